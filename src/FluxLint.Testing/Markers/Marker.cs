using FluxLint.Text;

namespace FluxLint.Testing;

/// <summary>A finding as a <c>#~</c> line states it, or one that a test found, in the same terms.</summary>
/// <param name="Line">Line from 1, counted without marker lines.</param>
/// <param name="StartColumn">Column of the first character, from 1; null when the marker does not say.</param>
/// <param name="EndColumn">Column behind the last character; null when the marker does not say.</param>
/// <param name="Id">Id of the rule.</param>
/// <param name="Message">The message; null when the marker does not say.</param>
public sealed record Marker(int Line, int? StartColumn, int? EndColumn, string Id, string? Message = null)
{
    /// <summary>States what was found at a place. Of a span that runs over several lines the part on the first one counts.</summary>
    public static Marker Of(SourceText source, TextSpan span, string id, string message)
    {
        var start = source.GetPosition(span.Start);
        var lineEnd = source.GetLineSpan(start.Line).End;
        return new(start.Line, start.Column, start.Column + Math.Max(0, Math.Min(span.End, lineEnd) - span.Start), id, message);
    }

    /// <summary>Whether what was found is what this marker asks for; what the marker does not say may be anything.</summary>
    public bool Matches(Marker found) =>
        Line == found.Line
        && Id == found.Id
        && (StartColumn is null || (StartColumn == found.StartColumn && EndColumn == found.EndColumn))
        && (Message is null || Message == found.Message);

    /// <summary>The line that stands for the marker in a text.</summary>
    public override string ToString()
    {
        var place = (StartColumn, EndColumn) switch
        {
            ({ } start, { } end) when start >= 3 && end > start => new string(' ', start - 3) + new string('^', end - start) + " ",
            ({ } start, { } end) => $" [{start - 1}:{end - 1}) ",
            _ => " ",
        };
        return $"#~{place}{Id}{(Message is null ? "" : ": ")}{Message}";
    }
}
