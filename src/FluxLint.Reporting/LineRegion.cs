using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>
/// A location cut down to one line: GitHub annotates a pull request only where every line of a region is part of the change.
/// </summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="StartColumn">Column of the first character, from 1.</param>
/// <param name="EndColumn">Column behind the last character.</param>
internal readonly record struct LineRegion(int Line, int StartColumn, int EndColumn)
{
    /// <summary>The part of a location on its first line; a place between characters takes in the one behind it, if the line has one.</summary>
    public static LineRegion Of(Location location)
    {
        var source = location.Source;
        var position = location.Start;
        var line = source.GetLineSpan(position.Line);
        var text = source.Slice(line);
        var start = Math.Min(position.Column - 1, line.Length);
        var end = Math.Clamp(location.Span.End - line.Start, start, line.Length);
        if (end == start && start < line.Length)
            end += start + 1 < line.Length && char.IsSurrogatePair(text[start], text[start + 1]) ? 2 : 1;
        return new(position.Line, start + 1, end + 1);
    }
}
