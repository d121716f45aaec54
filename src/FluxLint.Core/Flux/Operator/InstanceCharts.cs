using System.Collections.Concurrent;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>
/// Makes the FluxInstance that the chart <c>flux-instance</c> is: its values under <c>instance</c> are the <c>spec</c>
/// (<c>charts/flux-instance/templates/instance.yaml</c> of controlplaneio-fluxcd/charts). Made once for the same release and values.
/// </summary>
internal sealed class InstanceCharts
{
    private const string ChartName = "flux-instance";

    private readonly ConcurrentDictionary<YamlMapping, Made> made = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether a release is one of the chart.</summary>
    /// <param name="release">The release.</param>
    /// <param name="find">Finds a source, where it is known.</param>
    public static bool Is(HelmRelease release, Func<SourceReference, Resource?> find)
    {
        if (release.ChartReference is not { } reference)
            return release.ChartName?.Value == ChartName;
        return find(reference) is { } source && source.Root.At("spec", "url") is YamlScalar { Value: var url }
            ? url.TrimEnd('/').EndsWith($"/{ChartName}", StringComparison.Ordinal)
            : reference.Name?.Value == ChartName;
    }

    /// <summary>The instance that a release of the chart makes; null when its values say nothing of one.</summary>
    /// <param name="release">The release.</param>
    /// <param name="find">Finds a ConfigMap or Secret with values.</param>
    public FluxInstance? Of(HelmRelease release, Func<ValuesReference, Resource?> find)
    {
        // What is written in the release wins over what it takes from elsewhere, and what comes later over what comes before.
        var origin = release.ValuesFrom.Reverse().Select(reference => Content(reference, find(reference))).OfType<YamlScalar>().FirstOrDefault();
        var known = made.GetValueOrDefault(release.Resource.Root);
        if (known is null || !ReferenceEquals(known.Origin, origin))
            made[release.Resource.Root] = known = new(origin, Make(release, origin));
        return known.Instance;
    }

    /// <summary>The instance that values of the chart make; null when they say nothing of a sync.</summary>
    public static FluxInstance? OfValues(YamlMapping values) =>
        values.Mapping("instance") is { } spec && spec.Mapping("sync")?.Scalar("url") is not null ? Make(spec, WellKnownNamespaces.FluxSystem) : null;

    private static FluxInstance? Make(HelmRelease release, YamlScalar? origin)
    {
        var written = release.Values?.Mapping("instance");
        var taken = origin is null
            ? null
            : YamlTree.ParseMade(origin.Value, origin.Location).Documents.Select(document => document.Expanded).OfType<YamlMapping>().FirstOrDefault()?.Mapping("instance");
        var spec = taken is null ? written : written is null ? taken : written.Entries.Aggregate(taken, (merged, entry) => merged.With(entry.Name ?? "", entry.Value, entry.Key));
        return spec is null ? null : Make(spec, release.WorkloadNamespace is { Length: > 0 } place ? place : WellKnownNamespaces.FluxSystem);
    }

    private static FluxInstance? Make(YamlMapping spec, string place)
    {
        // The chart writes no sync without a URL.
        if (spec.Mapping("sync")?.Scalar("url") is null)
            spec = spec.Without("sync");
        var write = new ObjectWriter(spec.Location);
        return FluxObject.Of(Resource.Of(write.Mapping(
            ("apiVersion", write.Text($"{FluxGroups.Operator}/v1")),
            ("kind", write.Text("FluxInstance")),
            ("metadata", write.Mapping(("name", write.Text("flux")), ("namespace", write.Text(place)))),
            ("spec", spec)))) as FluxInstance;
    }

    private static YamlScalar? Content(ValuesReference reference, Resource? origin) =>
        reference.TargetPath is null ? origin?.Root.At(reference.Kind == "Secret" ? "stringData" : "data", reference.ValuesKey) as YamlScalar : null;

    private sealed record Made(YamlScalar? Origin, FluxInstance? Instance);
}
