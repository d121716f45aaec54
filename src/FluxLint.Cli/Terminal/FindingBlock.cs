using System.Collections.Immutable;
using System.Globalization;
using FluxLint.Diagnostics;
using FluxLint.Reporting;
using FluxLint.Text;

namespace FluxLint.Cli.Terminal;

/// <summary>One finding with its source line and notes.</summary>
internal sealed class FindingBlock
{
    private const int NarrowestSource = 20;
    private const int PlacesShown = 10;

    private readonly TextWriter writer;
    private readonly Ansi ansi;
    private readonly Diagnostic diagnostic;
    private readonly LinePosition position;
    private readonly int gutter;
    private readonly int sourceWidth;

    public FindingBlock(TextWriter writer, Ansi ansi, int width, Diagnostic diagnostic)
    {
        this.writer = writer;
        this.ansi = ansi;
        this.diagnostic = diagnostic;
        position = diagnostic.Location.Start;
        gutter = Number(position.Line).Length;
        sourceWidth = Math.Max(NarrowestSource, width - gutter - " | ".Length);
    }

    public void Write()
    {
        var head = $"{Summary.Word(diagnostic.Severity)} {diagnostic.Id}";
        writer.WriteLine($"{ansi.Of(diagnostic.Severity, head)}: {SafeText.Of(diagnostic.Message)}");
        writer.WriteLine($"{Indentation}{ansi.Gutter("-->")} {Place(diagnostic.Location)}");
        if (!IsOfWholeFile(diagnostic.Location))
            WriteSource();
        WriteNotes();
    }

    private string Indentation => new(' ', gutter);

    private void WriteSource()
    {
        var source = diagnostic.Location.Source;
        var line = source.GetLineSpan(position.Line);
        var text = source.Slice(line);
        var start = Math.Min(position.Column - 1, line.Length);
        // What goes on over more lines is marked up to the end of its first.
        var length = Math.Clamp(diagnostic.Location.Span.End - line.Start, start, line.Length);
        var end = start + text[start..length].TrimEnd().Length;
        var excerpt = Excerpt.Of(text, start, end, sourceWidth);

        WriteLine("", "");
        if (!excerpt.StartsLate && LineBefore(source) is { } before)
            WriteLine(Number(position.Line - 1), Excerpt.Of(before, 0, 0, sourceWidth).Text);
        WriteLine(Number(position.Line), excerpt.Text);
        WriteLine("", new string(' ', excerpt.CaretStart) + ansi.Of(diagnostic.Severity, new('^', excerpt.CaretLength)));
    }

    // The line above helps where it is the parent or a sibling of an indented line, and misleads where it ends another block.
    private string? LineBefore(SourceText source)
    {
        if (position.Line == 1)
            return null;
        var line = source.Slice(source.GetLineSpan(position.Line));
        var before = source.Slice(source.GetLineSpan(position.Line - 1));
        return line is [' ' or '\t' or '-', ..] && !before.IsWhiteSpace() && !before.StartsWith("---") && IndentationOf(before) <= IndentationOf(line)
            ? before.ToString()
            : null;
    }

    private static int IndentationOf(ReadOnlySpan<char> line) => line.Length - line.TrimStart().Length;

    private void WriteNotes()
    {
        if (Reach.Describe(diagnostic.Clusters) is { } reach)
            WriteNote("reaches", [reach]);
        WriteNote("from", Places(diagnostic.Provenance));
        WriteNote("also", Places(diagnostic.Related));
        if (diagnostic.Help is { Length: > 0 } help)
            WriteNote("help", [.. help.ReplaceLineEndings("\n").Split('\n')]);
        if (diagnostic.Fix is { } fix)
            WriteNote("fix", [fix.Safety == FixSafety.Safe ? fix.Title : $"{fix.Title} (unsafe)"]);
    }

    private static ImmutableArray<string> Places(ImmutableArray<RelatedLocation> places)
    {
        var lines = places.Take(PlacesShown).Select(place => place.Message.Length > 0 ? $"{Place(place.Location)}: {place.Message}" : Place(place.Location));
        return places.Length > PlacesShown ? [.. lines, $"and {Number(places.Length - PlacesShown)} more"] : [.. lines];
    }

    private void WriteNote(string label, ImmutableArray<string> lines)
    {
        var head = $"{label}: ";
        for (var i = 0; i < lines.Length; i++)
        {
            var start = i == 0 ? $"{Indentation} {ansi.Gutter("=")} {head}" : $"{Indentation}   {new string(' ', head.Length)}";
            writer.WriteLine((start + SafeText.Of(lines[i])).TrimEnd());
        }
    }

    private void WriteLine(string number, string text) =>
        writer.WriteLine($"{ansi.Gutter($"{number.PadLeft(gutter)} |")} {text}".TrimEnd());

    // Nothing is marked at the start of a file when the file itself is meant.
    private static bool IsOfWholeFile(Location location) => location.Span == default;

    private static string Place(Location location) =>
        SafeText.Of(IsOfWholeFile(location) ? location.Path : location.ToString());

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
