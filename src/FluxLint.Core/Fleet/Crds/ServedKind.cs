using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Kustomize;
using FluxLint.Schemas;

namespace FluxLint.Fleet;

/// <summary>The versions of a kind that a cluster serves.</summary>
/// <param name="Server">What serves them: a definition, or a release of Flux or Kubernetes.</param>
/// <param name="Versions">The versions, in words.</param>
/// <param name="Location">What tells of the server; null when nothing does.</param>
/// <param name="Reason">What it tells.</param>
public sealed record ServedKind(string Server, string Versions, Location? Location, string Reason)
{
    /// <summary>The version to write instead; null when that is not known.</summary>
    public string? Preferred { get; init; }

    /// <summary>The first later release that serves the version asked for; null when none is known to.</summary>
    public string? LaterServer { get; init; }

    internal static ServedKind Of(ResourceDefinition definition) => new(
        $"the CRD of '{definition.Kind}.{definition.Group}'",
        Words(definition.Served.Select(version => version.Name)),
        Resource.Of(definition.Root).Location,
        "the CRD of the cluster")
    {
        Preferred = definition.Storage is { IsServed: true } storage ? storage.Name : null,
    };

    internal static ServedKind Of(string product, ImmutableArray<Version> releases, int number, StoredKind kind, string asked, Location? location, string owner) => new(
        $"{product} {releases[number]}",
        Words(kind.Served(number)),
        location,
        $"{owner} runs {product} {releases[number]}")
    {
        Preferred = kind.Versions.Where(version => version.At(number) is { IsServed: true } span && span.State.HasFlag(VersionState.Storage)).Select(version => version.Name).FirstOrDefault(),
        LaterServer = kind.Find(asked)?.Spans.FirstOrDefault(span => span.IsServed && span.First > number) is { } later ? $"{product} {releases[later.First]}" : null,
    };

    private static string Words(IEnumerable<string> versions)
    {
        var words = string.Join(" and ", versions.Select(version => $"'{version}'"));
        return words.Length == 0 ? "none" : words;
    }
}
