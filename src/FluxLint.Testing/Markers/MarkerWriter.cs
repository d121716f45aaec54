using System.Text;

namespace FluxLint.Testing;

/// <summary>Writes findings into a text in the language that <see cref="MarkerReader"/> reads.</summary>
public static class MarkerWriter
{
    /// <summary>The text with a marker below its line for every finding.</summary>
    /// <param name="text">A text without markers.</param>
    /// <param name="findings">The findings, in any order.</param>
    public static string Write(string text, IEnumerable<Marker> findings)
    {
        var byLine = findings.OrderBy(finding => finding.StartColumn).ThenBy(finding => finding.Id, StringComparer.Ordinal).ToLookup(finding => finding.Line);
        var marked = new StringBuilder(text.Length);
        var number = 0;
        foreach (var line in TextLines.Split(text))
        {
            marked.Append(line);
            var content = line.TrimEnd('\r', '\n');
            var lineBreak = content.Length == line.Length ? "\n" : line[content.Length..];
            var isOpen = content.Length == line.Length;
            foreach (var finding in byLine[++number])
            {
                marked.Append(isOpen ? lineBreak : "").Append(finding).Append(lineBreak);
                isOpen = false;
            }
        }
        return marked.ToString();
    }

    /// <summary>Replaces the markers of a text by what was found. A marker that holds already stays as short as it was written.</summary>
    /// <param name="marked">A text with markers.</param>
    /// <param name="findings">The findings, in any order.</param>
    public static string Rewrite(string marked, IEnumerable<Marker> findings)
    {
        var (text, markers) = MarkerReader.Read(marked);
        var left = markers.ToList();
        return Write(text, findings.Select(Keep));

        Marker Keep(Marker finding)
        {
            if (left.Find(marker => marker.Matches(finding)) is not { } marker)
                return finding;
            left.Remove(marker);
            return marker;
        }
    }
}
