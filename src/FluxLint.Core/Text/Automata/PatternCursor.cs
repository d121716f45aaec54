namespace FluxLint.Text.Automata;

/// <summary>A place in a pattern that is read from start to end.</summary>
/// <param name="text">The pattern.</param>
internal sealed class PatternCursor(string text)
{
    private int position;

    /// <summary>The pattern.</summary>
    public string Text => text;

    /// <summary>Offset of the next character.</summary>
    public int Position { get => position; set => position = value; }

    /// <summary>Whether all is read.</summary>
    public bool IsAtEnd => position >= text.Length;

    /// <summary>Whether no more than one character is left.</summary>
    public bool IsLast => position + 1 >= text.Length;

    /// <summary>The next character; NUL at the end.</summary>
    public char Current => position < text.Length ? text[position] : '\0';

    /// <summary>Whether a text comes next.</summary>
    public bool IsAt(string expected) => text.AsSpan(position).StartsWith(expected, StringComparison.Ordinal);

    /// <summary>Offset of the next place of a text; negative when there is none.</summary>
    public int Find(string sought) => text.IndexOf(sought, position, StringComparison.Ordinal);

    /// <summary>Reads the next character.</summary>
    public char Next() => text[position++];

    /// <summary>Reads the next code point.</summary>
    public int NextCodePoint() => CodePoint.Read(text, ref position);

    /// <summary>Reads the next character when it is the expected one.</summary>
    public bool Take(char expected)
    {
        if (position >= text.Length || text[position] != expected)
            return false;
        position++;
        return true;
    }
}
