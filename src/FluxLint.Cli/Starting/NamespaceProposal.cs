using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Flux;

namespace FluxLint.Cli.Starting;

/// <summary>Finds the few sentences that say where the Helm releases of a fleet land today.</summary>
internal static class NamespaceProposal
{
    // More than a person reads at once is no policy, but a list of what there is.
    private const int MostEntries = 8;
    private const int FewestTogether = 3;

    /// <summary>The entries in the order in which they decide; none where no few of them would tell.</summary>
    public static ImmutableArray<ProposedNamespace> Of(ClusterSet fleet)
    {
        var releases = fleet.Resources
            .Where(shared => !shared.Resource.HasUnknownValues)
            .Select(shared => HelmRelease.Of(shared.Resource) is { } release ? new Placed(shared.Resource.Id.Name, shared.Resource.Path, release.WorkloadNamespace) : null)
            .OfType<Placed>()
            .Where(release => release.Namespace.Length > 0 && !release.Namespace.Contains('$') && !release.Name.Contains('$'))
            .Distinct()
            .ToImmutableArray();
        // The rest is what most have in common.
        var most = releases.GroupBy(release => release.Namespace).OrderByDescending(group => group.Select(release => release.Name).Distinct().Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault();
        if (most is null || most.Select(release => release.Name).Distinct().Count() < FewestTogether || DirectoryOf(releases) is not { Length: > 0 } directory)
            return [];
        var others = releases.Where(release => release.Namespace != most.Key).GroupBy(release => release.Namespace).OrderBy(group => group.Key, StringComparer.Ordinal);
        ImmutableArray<ProposedNamespace> entries = [.. others.SelectMany(group => Named([.. group.Select(release => release.Name).Distinct()], releases, group.Key)), new("paths", $"{directory}/**", most.Key)];
        return entries.Length <= MostEntries && releases.All(release => Holds(entries, release)) ? entries : [];
    }

    private static IEnumerable<ProposedNamespace> Named(ImmutableArray<string> names, ImmutableArray<Placed> all, string @namespace)
    {
        var start = names[0];
        foreach (var name in names)
            start = start[..start.AsSpan().CommonPrefixLength(name)];
        start = start.TrimEnd('-');
        var isTheirs = start.Length > 2 && !all.Any(release => release.Namespace != @namespace && release.Name.StartsWith(start, StringComparison.Ordinal));
        return isTheirs ? [new("releases", $"{start}*", @namespace)] : names.Order(StringComparer.Ordinal).Select(name => new ProposedNamespace("releases", name, @namespace));
    }

    private static string DirectoryOf(ImmutableArray<Placed> releases) =>
        releases.Select(release => RepositoryPath.Parent(release.Path)).Aggregate(Shared);

    private static string Shared(string one, string other)
    {
        while (!RepositoryPath.IsWithin(one, other))
            one = RepositoryPath.Parent(one);
        return one;
    }

    private static bool Holds(ImmutableArray<ProposedNamespace> entries, Placed release) =>
        entries.FirstOrDefault(entry => Glob.Parse(entry.Pattern, out _)?.Matches(entry.Key == "paths" ? release.Path : release.Name) == true)?.Namespace == release.Namespace;

    private sealed record Placed(string Name, string Path, string Namespace);
}
