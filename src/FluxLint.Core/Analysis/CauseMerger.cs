using FluxLint.Diagnostics;

namespace FluxLint.Analysis;

/// <summary>Makes one diagnostic of those that a rule says have one cause, whatever files and clusters they are in.</summary>
internal static class CauseMerger
{
    /// <summary>Merges diagnostics that stand in the order of their places. What differs in severity, in what to do or in whether it can be fixed stays apart.</summary>
    public static IEnumerable<Diagnostic> Merge(IEnumerable<Cause> causes)
    {
        foreach (var group in causes.GroupBy(cause => cause.Finding.Cause is { } name
            ? new Key(cause.Diagnostic.Id, name, cause.Diagnostic.Severity, cause.Diagnostic.Help, cause.Diagnostic.Fix?.Title)
            : (object)cause))
        {
            var members = group.ToList();
            yield return members.Count == 1 ? members[0].Diagnostic : Merge(members);
        }
    }

    private static Diagnostic Merge(List<Cause> members)
    {
        var (first, finding) = members[0];
        return first with
        {
            Message = finding.MessageForMany(members.Count - 1),
            Related = [.. first.Related, .. members.Skip(1).Select(member => new RelatedLocation(member.Diagnostic.Location, member.Diagnostic.Message))],
            Fix = CodeFix.Together(members.Select(member => member.Diagnostic.Fix)),
            Clusters = [.. members.SelectMany(member => member.Diagnostic.Clusters).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>The diagnostic of one place, and the finding that speaks for it.</summary>
    internal sealed record Cause(Diagnostic Diagnostic, Finding Finding);

    private sealed record Key(string Id, string Cause, Severity Severity, string? Help, string? Fix);
}
