namespace FluxLint.Testing;

/// <summary>Lines of a text, each with its line break.</summary>
internal static class TextLines
{
    public static IEnumerable<string> Split(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var at = text.AsSpan(start).IndexOfAny('\n', '\r');
            var end = at < 0 ? text.Length : start + at + 1;
            if (at >= 0 && text[end - 1] == '\r' && end < text.Length && text[end] == '\n')
                end++;
            yield return text[start..end];
            start = end;
        }
    }
}
