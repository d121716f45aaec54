namespace FluxLint.Syntax;

/// <summary>Gives texts that are equal one instance, as far as they were read shortly before: the keys and values of manifests repeat. Safe on many threads.</summary>
internal static class SharedTexts
{
    private const int Longest = 64;

    // A power of two. Threads that write one place at once lose nothing but a chance to share.
    private static readonly string?[] Recent = new string?[4096];

    /// <summary>The text itself, or one that is equal to it.</summary>
    public static string Share(string text)
    {
        if (text.Length is 0 or > Longest)
            return text;
        ref var place = ref Recent[Hash(text) & (Recent.Length - 1)];
        if (place is { } known && known == text)
            return known;
        place = text;
        return text;
    }

    /// <summary>A string of some characters: one that is known, or a new one.</summary>
    public static string Share(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > Longest)
            return text.ToString();
        ref var place = ref Recent[Hash(text) & (Recent.Length - 1)];
        return place is { } known && text.SequenceEqual(known) ? known : place = text.ToString();
    }

    private static int Hash(ReadOnlySpan<char> text) => (text.Length * 31) ^ (text[0] * 7) ^ (text[^1] * 131) ^ (text[text.Length / 2] * 1031);
}
