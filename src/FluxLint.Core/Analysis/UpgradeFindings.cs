using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Suppressions;

namespace FluxLint.Analysis;

/// <summary>
/// Tells what two lints of the same files have in common from what only the later one found. A finding is the same where its rule found something
/// at its place before, which had other words perhaps, or by its fingerprint, where a build put the place elsewhere. What is more severe
/// now is new, and so are the clusters that a finding did not reach.
/// </summary>
internal sealed class UpgradeFindings
{
    private readonly Dictionary<(string Id, Location Location), Diagnostic> places;
    private readonly Dictionary<KnownFinding, Diagnostic> moved;
    private readonly KnownFindings known;

    /// <param name="before">What the first lint found.</param>
    /// <param name="after">What the second one did, in order.</param>
    public UpgradeFindings(ImmutableArray<Diagnostic> before, ImmutableArray<Diagnostic> after)
    {
        places = before.GroupBy(PlaceOf).ToDictionary(same => same.Key, same => same.MaxBy(diagnostic => diagnostic.Severity) ?? same.First());
        var still = after.Select(PlaceOf).ToHashSet();
        moved = before
            .Where(diagnostic => !still.Contains(PlaceOf(diagnostic)))
            .ToDictionary(diagnostic => new KnownFinding(Fingerprints.Hash(diagnostic), diagnostic.Location.Path));
        known = new([.. moved.Keys], after.Where(diagnostic => !places.ContainsKey(PlaceOf(diagnostic))), _ => false);
        Found = [.. after.Select(Remainder).OfType<Diagnostic>()];
    }

    /// <summary>What is new, each finding with the clusters for which it is.</summary>
    public ImmutableArray<Diagnostic> Found { get; }

    private Diagnostic? Remainder(Diagnostic diagnostic)
    {
        var earlier = places.GetValueOrDefault(PlaceOf(diagnostic)) ?? (known.Find(diagnostic) is { } same ? moved[same] : null);
        if (earlier is null || earlier.Severity < diagnostic.Severity)
            return diagnostic;
        ImmutableArray<string> clusters = [.. diagnostic.Clusters.Except(earlier.Clusters)];
        return clusters.IsEmpty ? null : diagnostic with { Clusters = clusters };
    }

    private static (string Id, Location Location) PlaceOf(Diagnostic diagnostic) => (diagnostic.Id, diagnostic.Location);
}
