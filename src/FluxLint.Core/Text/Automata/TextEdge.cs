namespace FluxLint.Text.Automata;

/// <summary>Places between two characters of a text.</summary>
internal static class TextEdge
{
    /// <summary>Whether a place is one where a step goes on.</summary>
    /// <param name="kind">The kind of the step.</param>
    /// <param name="text">The text.</param>
    /// <param name="at">How many characters are before the place.</param>
    public static bool IsAt(StepKind kind, ReadOnlySpan<char> text, int at) => kind switch
    {
        StepKind.Start => at == 0,
        StepKind.End => at == text.Length,
        StepKind.LineStart => at == 0 || text[at - 1] == '\n',
        StepKind.LineEnd => at == text.Length || text[at] == '\n',
        StepKind.WordEdge => IsWord(text, at - 1) != IsWord(text, at),
        StepKind.NoWordEdge => IsWord(text, at - 1) == IsWord(text, at),
        _ => false,
    };

    private static bool IsWord(ReadOnlySpan<char> text, int at) => (uint)at < (uint)text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_');
}
