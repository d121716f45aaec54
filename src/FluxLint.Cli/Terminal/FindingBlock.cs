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
    private const string Hanging = "    ";

    private readonly TextWriter writer;
    private readonly Ansi ansi;
    private readonly Diagnostic diagnostic;
    private readonly LinePosition position;
    private readonly int gutter;
    private readonly int sourceWidth;
    private readonly int textWidth;
    private readonly Hyperlinks links;
    private readonly TextOptions options;

    public FindingBlock(TextWriter writer, Ansi ansi, TextOptions options, Diagnostic diagnostic)
    {
        this.writer = writer;
        this.ansi = ansi;
        this.options = options;
        links = new(options.LinkRoot);
        textWidth = options.Wraps ? options.Width : int.MaxValue;
        this.diagnostic = diagnostic;
        position = diagnostic.Location.Start;
        gutter = Number(position.Line).Length;
        sourceWidth = Math.Max(NarrowestSource, options.Width - gutter - " | ".Length);
    }

    /// <summary>Writes the block.</summary>
    /// <param name="page">The address of the rule's page; null when there is none.</param>
    public void Write(string? page)
    {
        WriteHead(page);
        writer.WriteLine($"{Indentation}{ansi.Gutter("-->")} {links.ToFile(diagnostic.Location.Path, Place(diagnostic.Location))}");
        if (!IsOfWholeFile(diagnostic.Location))
            WriteSource();
        WriteNotes();
    }

    private void WriteHead(string? page)
    {
        var head = $"{Summary.Word(diagnostic.Severity)} {diagnostic.Id}";
        var lines = WordWrap.Lines($"{head}: {SafeText.Of(diagnostic.Message)}", Math.Max(textWidth - Hanging.Length, head.Length + NarrowestSource));
        writer.WriteLine(links.ToPage(page, ansi.Of(diagnostic.Severity, head)) + lines[0][head.Length..]);
        foreach (var line in lines.Skip(1))
            writer.WriteLine(Hanging + SafeText.Of(line));
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
            WriteNote("reaches", [new(reach)]);
        WriteNote("from", Places(diagnostic.Provenance));
        WriteNote("also", Places(diagnostic.Related));
        if (diagnostic.Help is { Length: > 0 } help)
            WriteNote("help", [.. help.ReplaceLineEndings("\n").Split('\n').Select(line => new Note(line))]);
        if (diagnostic.Fix is { } fix)
            WriteNote("fix", [new(fix.Safety == FixSafety.Safe ? fix.Title : $"{fix.Title} (unsafe)")]);
    }

    private ImmutableArray<Note> Places(ImmutableArray<RelatedLocation> places)
    {
        var lines = places.Take(PlacesShown).Select(place =>
            new Note(place.Message.Length > 0 ? $"{Place(place.Location)}: {place.Message}" : Place(place.Location), place.Location));
        return places.Length > PlacesShown ? [.. lines, new($"and {Number(places.Length - PlacesShown)} more")] : [.. lines];
    }

    private void WriteNote(string label, ImmutableArray<Note> notes)
    {
        var head = $"{label}: ";
        var start = $"{Indentation} {ansi.Gutter("=")} {head}";
        var next = $"{Indentation}   {new string(' ', head.Length)}";
        foreach (var note in notes)
        {
            foreach (var line in WordWrap.Lines(SafeText.Of(note.Text), textWidth - next.Length))
            {
                writer.WriteLine((start + Link(SafeText.Of(line), note.Place)).TrimEnd());
                start = next;
            }
        }
    }

    // The place stands at the start of the first line, unless it is so long that it was broken itself.
    private string Link(string line, Location? place) =>
        place is not null && Place(place) is var shown && line.StartsWith(shown, StringComparison.Ordinal)
            ? links.ToFile(place.Path, shown) + line[shown.Length..]
            : line;

    private void WriteLine(string number, string text) =>
        writer.WriteLine($"{ansi.Gutter($"{number.PadLeft(gutter)} |")} {SafeText.WithoutOldCommands(text)}".TrimEnd());

    // Nothing is marked at the start of a file when the file itself is meant.
    private static bool IsOfWholeFile(Location location) => location.Span == default;

    private string Place(Location location) =>
        SafeText.Of(IsOfWholeFile(location) ? options.PathOf(location.Path) : $"{options.PathOf(location.Path)}:{location.Start}");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A line below a finding.</summary>
    /// <param name="Text">What it says.</param>
    /// <param name="Place">What it starts with, when that is a place.</param>
    private readonly record struct Note(string Text, Location? Place = null);
}
