using FluxLint.Schemas;

namespace FluxLint.Flux;

/// <summary>
/// The versions of Flux kinds that have successors, by what the definitions of each release serve: deprecated by the release that
/// brought the version which the newest one keeps objects in, and removed by the first that does not serve them.
/// </summary>
internal static class FluxApiVersions
{
    /// <summary>What became of a version of a kind; null when it is current, or not of Flux.</summary>
    public static FluxApi? Find(string apiVersion, string kind)
    {
        if (apiVersion.Split('/') is not [var group, var version] || !FluxGroups.Contains(group) || SchemaStores.Flux.Find(group, kind) is not { } stored)
            return null;
        var releases = SchemaStores.Flux.Releases;
        var successor = stored.Versions.FirstOrDefault(candidate => candidate.At(releases.Length - 1) is { State: var state } && state.HasFlag(VersionState.Storage));
        if (successor is null || successor.Name == version || stored.Find(version) is not { } replaced)
            return null;
        var (deprecated, removed) = (successor.Spans.First(span => span.IsServed).First, replaced.Spans.Last(span => span.IsServed).Last + 1);
        return new(apiVersion, kind, releases[deprecated], removed < releases.Length ? releases[removed] : null, $"{group}/{successor.Name}");
    }
}
