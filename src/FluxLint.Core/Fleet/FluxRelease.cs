using System.Globalization;
using FluxLint.Diagnostics;
using FluxLint.Kustomize;
using FluxLint.Schemas;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>The release of Flux that a cluster runs: as configured, or else as its manifests tell.</summary>
/// <param name="Version">Major and minor; of a range, the newest that is known.</param>
/// <param name="Text">What is written.</param>
/// <param name="Location">Where: in the configuration, a FluxInstance, a label of the components, or the comment above them.</param>
public sealed record FluxRelease(Version Version, string Text, Location Location)
{
    private const string Header = "# Flux Version:";
    private const int MaximumHeader = 400;

    /// <summary>What stands between the versions of a range.</summary>
    private const string RangeSeparators = " ,|";

    /// <summary>Whether a lint is to find what would be wrong with the release, and no file tells of it.</summary>
    public bool IsAssumed { get; internal init; }

    /// <summary>Finds the release of a cluster; null when nothing tells of it.</summary>
    internal static FluxRelease? Of(Cluster cluster)
    {
        foreach (var instance in cluster.Instances)
        {
            if (instance.Version is { } version && Read(version.Value) is { } installed)
                return new(installed, version.Value, version.Location);
        }
        foreach (var resource in cluster.OwnResources)
        {
            if (resource.Id is { Kind: "CustomResourceDefinition" or "Deployment" } && (OfLabels(resource) ?? OfHeader(resource)) is { } release)
                return release;
        }
        return null;
    }

    private static FluxRelease? OfLabels(Resource resource) =>
        resource.Root.At("metadata", "labels") is YamlMapping labels
        && labels.Text("app.kubernetes.io/part-of") == "flux" && labels.Scalar("app.kubernetes.io/version") is { } label && Read(label.Value) is { } version
            ? new(version, label.Value, label.Location)
            : null;

    /// <summary>The comment that <c>flux install --export</c> writes above the components.</summary>
    private static FluxRelease? OfHeader(Resource resource)
    {
        var source = resource.Root.Source;
        if (!resource.Id.Name.EndsWith(".toolkit.fluxcd.io", StringComparison.Ordinal) || source.Text.AsSpan(0, Math.Min(source.Text.Length, MaximumHeader)).IndexOf(Header) is not (>= 0 and var start))
            return null;
        var end = source.Text.IndexOf('\n', start);
        var line = source.Text[start..(end < 0 ? source.Text.Length : end)].TrimEnd();
        var text = line[Header.Length..].Trim();
        return Read(text) is { } version ? new(version, text, new(source, new(start, line.Length))) : null;
    }

    private static Version? Read(string text)
    {
        var version = text.TrimStart('=').Trim().TrimStart('v');
        var parts = version.Split('.');
        if (parts.Length > 1 && !version.AsSpan().ContainsAny(RangeSeparators) && Number(parts[0]) is { } major && Number(parts[1]) is { } minor)
            return new(major, minor);
        return ChartVersion.Newest(text, SchemaStores.Flux.Releases);
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
