using System.Collections.Immutable;
using System.Globalization;
using FluxLint.Reporting;

namespace FluxLint.Cli.Terminal;

/// <summary>Writes what changes in a file as patch and git read it, with three lines around each change.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    public static void Write(TextWriter writer, Ansi ansi, FileFix file)
    {
        var lines = LineDiff.Of(Split(file.Before.Text), Split(file.After.Text));
        writer.WriteLine(ansi.Heading($"--- a/{file.Path}"));
        writer.WriteLine(ansi.Heading($"+++ b/{file.Path}"));
        for (var (at, old, @new) = (0, 1, 1); at < lines.Length;)
        {
            var end = HunkEnd(lines, at);
            if (end == at)
            {
                Count(lines.AsSpan(at, 1), ref old, ref @new);
                at++;
                continue;
            }
            WriteHunk(writer, ansi, lines.AsSpan(at..end), ref old, ref @new);
            at = end;
        }
    }

    /// <summary>Where the hunk that starts at a line ends; at the line itself when no change is near enough to start one.</summary>
    private static int HunkEnd(ImmutableArray<DiffLine> lines, int start)
    {
        var end = start;
        for (var i = start; i < Math.Min(lines.Length, end + (end == start ? 1 + Context : 1 + (2 * Context))); i++)
        {
            if (lines[i].Sign != ' ')
                end = i + 1;
        }
        return end == start ? start : Math.Min(end + Context, lines.Length);
    }

    private static void WriteHunk(TextWriter writer, Ansi ansi, ReadOnlySpan<DiffLine> lines, ref int old, ref int @new)
    {
        var (oldStart, newStart) = (old, @new);
        Count(lines, ref old, ref @new);
        writer.WriteLine(ansi.Code($"@@ -{Range(oldStart, old - oldStart)} +{Range(newStart, @new - newStart)} @@"));
        foreach (var line in lines)
        {
            // What ends a line stays outside of the colour.
            var end = line.Text.AsSpan().TrimEnd("\r\n").Length;
            var text = $"{line.Sign}{line.Text.AsSpan(0, end)}";
            writer.Write(line.Sign switch { '-' => ansi.Removed(text), '+' => ansi.Added(text), _ => text });
            writer.Write(line.Text.AsSpan(end));
            if (line.Text is not [.., '\n'])
                writer.Write("\n\\ No newline at end of file\n");
        }
    }

    private static void Count(ReadOnlySpan<DiffLine> lines, ref int old, ref int @new)
    {
        foreach (var line in lines)
        {
            old += line.Sign == '+' ? 0 : 1;
            @new += line.Sign == '-' ? 0 : 1;
        }
    }

    private static string Range(int start, int length) =>
        length == 1 ? start.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{(length == 0 ? start - 1 : start)},{length}");

    private static string[] Split(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var at ? at + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }
        return [.. lines];
    }
}
