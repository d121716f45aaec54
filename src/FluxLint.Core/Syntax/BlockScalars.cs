namespace FluxLint.Syntax;

/// <summary>Where a block scalar ends for a reader.</summary>
internal static class BlockScalars
{
    /// <summary>Length of header and content up to the last line that is not blank, without its line break.</summary>
    public static int ContentLength(ReadOnlySpan<char> scalar)
    {
        var last = scalar.LastIndexOfAnyExcept(" \t\r\n");
        var lineBreak = scalar[(last + 1)..].IndexOfAny('\n', '\r');
        return lineBreak < 0 ? scalar.Length : last + 1 + lineBreak;
    }
}
