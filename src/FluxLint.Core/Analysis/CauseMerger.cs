using FluxLint.Diagnostics;

namespace FluxLint.Analysis;

/// <summary>Makes one diagnostic of those that a rule says have one cause, whatever files and clusters they are in.</summary>
internal static class CauseMerger
{
    /// <summary>Merges diagnostics that stand in the order of their places. What differs in severity, in what to do or in whether it can be fixed stays apart.</summary>
    public static IEnumerable<Diagnostic> Merge(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var group in diagnostics.GroupBy(diagnostic => diagnostic.Cause is { } cause
            ? new Key(diagnostic.Id, cause.Name, diagnostic.Severity, diagnostic.Help, diagnostic.Fix?.Title)
            : (object)diagnostic, EqualityComparer<object>.Create(AreOne, HashOf)))
        {
            var members = group.ToList();
            yield return members is [{ Cause: { } cause } first, _, ..] ? Merge(first, cause, members) : members[0];
        }
    }

    private static Diagnostic Merge(Diagnostic first, SharedCause cause, List<Diagnostic> members) => first with
    {
        Message = cause.Message(members.Count - 1),
        Related = [.. first.Related, .. members.Skip(1).Select(member => new RelatedLocation(member.Location, member.Message))],
        Fix = CodeFix.Together(members.Select(member => member.Fix)),
        Clusters = [.. members.SelectMany(member => member.Clusters).Distinct().Order(StringComparer.Ordinal)],
    };

    private static bool AreOne(object? x, object? y) => ReferenceEquals(x, y) || (x is Key a && y is Key b && a == b);

    private static int HashOf(object one) => one is Key key ? key.GetHashCode() : System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(one);

    private sealed record Key(string Id, string Cause, Severity Severity, string? Help, string? Fix);
}
