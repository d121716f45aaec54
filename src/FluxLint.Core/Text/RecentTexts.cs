namespace FluxLint.Text;

/// <summary>Keeps what was made of texts shortly before: a fleet has few of some kinds of texts, and asks for them again and again. Safe on many threads.</summary>
/// <param name="make">Makes it.</param>
internal sealed class RecentTexts<T>(Func<string, T> make)
{
    // A power of two. Threads that write one place at once lose nothing but a chance to share.
    private readonly Known?[] places = new Known?[256];

    /// <summary>What is made of a text.</summary>
    public T this[string text]
    {
        get
        {
            ref var place = ref places[Hash(text) & (places.Length - 1)];
            var known = place;
            if (known is null || known.Text != text)
                place = known = new(text, make(text));
            return known.Value;
        }
    }

    private static int Hash(string text) => text.Length == 0 ? 0 : text.Length + (31 * text[^1]) + (131 * text[text.Length / 2]);

    private sealed record Known(string Text, T Value);
}
