using System.Collections.Immutable;
using FluxLint.Diagnostics;

namespace FluxLint.Analysis;

/// <summary>
/// Tells what two lints of the same files have in common from what only the later one found. A finding is the same where its rule found something
/// at its place before, which had other words perhaps, or by its fingerprint, where a build put the place elsewhere. What is more severe
/// now is new, and so are the clusters that a finding did not reach.
/// </summary>
internal sealed class UpgradeFindings
{
    private readonly Dictionary<(string Id, Location Location), Diagnostic> places;
    private readonly Dictionary<(string Hash, string Path), Queue<Diagnostic>> fingerprints;

    /// <param name="before">What the first lint found.</param>
    /// <param name="after">What the second one did, in order.</param>
    public UpgradeFindings(ImmutableArray<Diagnostic> before, ImmutableArray<Diagnostic> after)
    {
        places = before.GroupBy(PlaceOf).ToDictionary(same => same.Key, same => same.MaxBy(diagnostic => diagnostic.Severity) ?? same.First());
        var still = after.Select(PlaceOf).ToHashSet();
        fingerprints = before.Where(diagnostic => !still.Contains(PlaceOf(diagnostic))).GroupBy(KeyOf).ToDictionary(same => same.Key, same => new Queue<Diagnostic>(same));
        Found = [.. after.Select(Remainder).OfType<Diagnostic>()];
    }

    /// <summary>What is new, each finding with the clusters for which it is.</summary>
    public ImmutableArray<Diagnostic> Found { get; }

    private Diagnostic? Remainder(Diagnostic diagnostic)
    {
        var earlier = places.GetValueOrDefault(PlaceOf(diagnostic)) ?? (fingerprints.GetValueOrDefault(KeyOf(diagnostic))?.TryDequeue(out var moved) == true ? moved : null);
        if (earlier is null || earlier.Severity < diagnostic.Severity)
            return diagnostic;
        ImmutableArray<string> clusters = [.. diagnostic.Clusters.Except(earlier.Clusters)];
        return clusters.IsEmpty ? null : diagnostic with { Clusters = clusters };
    }

    private static (string Id, Location Location) PlaceOf(Diagnostic diagnostic) => (diagnostic.Id, diagnostic.Location);

    private static (string Hash, string Path) KeyOf(Diagnostic diagnostic) => (Fingerprints.Hash(diagnostic), diagnostic.Location.Path);
}
