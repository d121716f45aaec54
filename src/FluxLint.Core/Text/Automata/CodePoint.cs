namespace FluxLint.Text.Automata;

/// <summary>Characters as patterns count them: a surrogate pair is one.</summary>
internal static class CodePoint
{
    /// <summary>Reads a code point, and moves behind it. Half of a pair stands for itself.</summary>
    public static int Read(ReadOnlySpan<char> text, ref int at)
    {
        var first = text[at++];
        return at < text.Length && char.IsSurrogatePair(first, text[at]) ? char.ConvertToUtf32(first, text[at++]) : first;
    }

    /// <summary>The text of a code point.</summary>
    public static string Show(int value) => value > char.MaxValue ? char.ConvertFromUtf32(value) : ((char)value).ToString();
}
