using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Text;

namespace FluxLint.Suppressions;

/// <summary>Compares findings with a baseline: each entry hides one finding.</summary>
internal sealed class BaselineMatch
{
    private const int NamedEntries = 10;

    private readonly Baseline baseline;
    private readonly KnownFindings known;

    /// <param name="baseline">The baseline.</param>
    /// <param name="diagnostics">All findings, in order.</param>
    /// <param name="repository">The files there are now.</param>
    public BaselineMatch(Baseline baseline, IEnumerable<Diagnostic> diagnostics, Repository repository)
    {
        this.baseline = baseline;
        // What is hidden otherwise as well must not leave its entry to a new finding.
        var ordered = diagnostics.OrderByDescending(diagnostic => diagnostic.Suppression is not null);
        known = new([.. baseline.Entries], ordered, path => repository.RealPath(path) is null);
    }

    /// <summary>Whether a finding is one of old.</summary>
    public bool Holds(Diagnostic diagnostic) => known.Find(diagnostic) is not null;

    /// <summary>Reports what the baseline holds in vain, all at once: writing it anew is one thing to do.</summary>
    public void Judge(HygieneFindings hygiene)
    {
        var stale = baseline.Entries.Where(entry => known.IsOpen(entry) && hygiene.DidRun([entry.Id], entry.Path)).ToImmutableArray();
        if (stale.IsEmpty)
            return;
        var message = stale.Length == 1 ? $"the baseline holds a finding of {stale[0].Id} in '{stale[0].Path}' that is no more" : $"the baseline holds {stale.Length} findings that are no more, the first of {stale[0].Id} in '{stale[0].Path}'";
        hygiene.ReportStale(
            LocationOf(stale[0]),
            message,
            CodeFix.Safe(stale.Length == 1 ? "Remove the entry" : "Remove the entries", [.. Removals(stale)]),
            [.. stale.Skip(1).Take(NamedEntries).Select(entry => new RelatedLocation(LocationOf(entry), $"{entry.Id} in '{entry.Path}'"))]);
    }

    private Location LocationOf(BaselineEntry entry) => new(baseline.Source, entry.Span with { Length = 1 });

    /// <summary>Takes entries away together with a comma: each with the one behind it, and those at the end with the one before them.</summary>
    private IEnumerable<TextChange> Removals(ImmutableArray<BaselineEntry> stale)
    {
        var gone = stale.ToHashSet();
        var last = baseline.Entries.Length - 1;
        while (last >= 0 && gone.Contains(baseline.Entries[last]))
            last--;
        for (var i = 0; i < last; i++)
        {
            if (gone.Contains(baseline.Entries[i]))
                yield return Remove(baseline.Entries[i].Span.Start, baseline.Entries[i + 1].Span.Start);
        }
        if (last < 0)
            yield return RemoveAll();
        else if (last < baseline.Entries.Length - 1)
            yield return Remove(baseline.Entries[last].Span.End, baseline.Entries[^1].Span.End);
    }

    private TextChange RemoveAll()
    {
        var text = baseline.Source.Text;
        var (start, end) = (baseline.Entries[0].Span.Start, baseline.Entries[^1].Span.End);
        while (char.IsWhiteSpace(text[start - 1]))
            start--;
        while (char.IsWhiteSpace(text[end]))
            end++;
        return Remove(start, end);
    }

    private TextChange Remove(int start, int end) => new(baseline.Source, TextSpan.FromBounds(start, end), "");
}
