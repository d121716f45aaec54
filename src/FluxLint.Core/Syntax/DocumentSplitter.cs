using FluxLint.Text;

namespace FluxLint.Syntax;

/// <summary>Cuts a text where its documents start, without reading them: <c>---</c> at the start of a line is a marker wherever it stands.</summary>
internal static class DocumentSplitter
{
    public static List<TextSpan> Split(string text)
    {
        var parts = new List<TextSpan>();
        var (start, directives) = (0, -1);
        for (var line = 0; line < text.Length;)
        {
            var rest = text.AsSpan(line);
            var length = rest.IndexOfAny('\n', '\r');
            var content = length < 0 ? rest : rest[..length];
            if (content is ['%', ..])
            {
                directives = directives < 0 ? line : directives;
            }
            else if (IsMarker(content))
            {
                var cut = directives < 0 ? line : directives;
                if (cut > start)
                    parts.Add(TextSpan.FromBounds(start, cut));
                (start, directives) = (cut, -1);
            }
            else if (content is not (['#', ..] or []))
            {
                directives = -1;
            }
            line = length < 0 ? text.Length : line + length + 1;
        }
        parts.Add(TextSpan.FromBounds(start, text.Length));
        return parts;
    }

    private static bool IsMarker(ReadOnlySpan<char> line) =>
        line.StartsWith("---") && (line.Length == 3 || line[3] is ' ' or '\t');
}
