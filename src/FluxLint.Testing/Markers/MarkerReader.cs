using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace FluxLint.Testing;

/// <summary>
/// Reads the marker language: a line that starts with <c>#~</c> states a finding on the nearest line above that does not.
/// <c>#~ FLX2002</c> gives line and id; carets below the characters, or <c>[0:4)</c>, the span; <c>: text</c> the message.
/// </summary>
public static class MarkerReader
{
    private const string Prefix = "#~";

    /// <summary>Takes the markers out of a text.</summary>
    /// <exception cref="MarkerException">A line starts like a marker and is none.</exception>
    public static MarkedText Read(string text)
    {
        var plain = new StringBuilder(text.Length);
        var markers = ImmutableArray.CreateBuilder<Marker>();
        var (number, sourceLines) = (0, 0);
        foreach (var line in TextLines.Split(text))
        {
            number++;
            if (!line.StartsWith(Prefix, StringComparison.Ordinal))
            {
                plain.Append(line);
                sourceLines++;
                continue;
            }
            if (sourceLines == 0)
                throw new MarkerException(number, "a marker speaks of the line above, and there is none");
            markers.Add(ReadMarker(line.TrimEnd(), number, sourceLines));
        }
        return new(plain.ToString(), markers.ToImmutable());
    }

    private static Marker ReadMarker(string line, int number, int sourceLine)
    {
        var at = SkipBlanks(line, Prefix.Length);
        int? start = null, end = null;
        if (at < line.Length && line[at] == '^')
        {
            start = at + 1;
            while (at < line.Length && line[at] == '^')
                at++;
            end = at + 1;
        }
        else if (at < line.Length && line[at] == '[')
        {
            var close = line.IndexOf(')', at);
            if (close < 0 || line[(at + 1)..close].Split(':') is not [var from, var to] || !TryNumber(from, out var first) || !TryNumber(to, out var last) || last < first)
                throw new MarkerException(number, "a span is written [start:end) with columns from 0");
            (start, end, at) = (first + 1, last + 1, close + 1);
        }

        var idStart = SkipBlanks(line, at);
        var idEnd = idStart;
        while (idEnd < line.Length && (char.IsAsciiLetterOrDigit(line[idEnd]) || line[idEnd] is '-' or '_'))
            idEnd++;
        if (idEnd == idStart || line[idStart - 1] != ' ')
            throw new MarkerException(number, "the id of a rule is expected behind a blank");
        if (idEnd == line.Length)
            return new(sourceLine, start, end, line[idStart..idEnd]);
        if (line[idEnd] != ':' || line[(idEnd + 1)..].Trim() is not { Length: > 0 } message)
            throw new MarkerException(number, "behind the id stands nothing, or ': ' and the message");
        return new(sourceLine, start, end, line[idStart..idEnd], message);
    }

    private static int SkipBlanks(string line, int at)
    {
        while (at < line.Length && line[at] == ' ')
            at++;
        return at;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
