using System.Globalization;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>The release of Flux that a cluster runs, as its manifests tell.</summary>
/// <param name="Version">Major and minor.</param>
/// <param name="Node">What tells it: a label of the components, or the version of a FluxInstance.</param>
public sealed record FluxRelease(Version Version, YamlScalar Node)
{
    /// <summary>Finds the release of a cluster; null when nothing tells of it, or only in part, as in <c>2.x</c>.</summary>
    internal static FluxRelease? Of(Cluster cluster) =>
        cluster.Resources.Select(VersionNode).Concat(cluster.Instances.Select(instance => instance.Version)).OfType<YamlScalar>().Select(Read).OfType<FluxRelease>().FirstOrDefault();

    private static YamlScalar? VersionNode(Resource resource)
    {
        var labels = resource.Id.Kind is "CustomResourceDefinition" ? resource.Root.At("metadata", "labels") as YamlMapping : null;
        return labels?.Text("app.kubernetes.io/part-of") == "flux" ? labels.Scalar("app.kubernetes.io/version") : null;
    }

    private static FluxRelease? Read(YamlScalar node)
    {
        var parts = node.Value.TrimStart('v').Split('.');
        return parts.Length > 1 && Number(parts[0]) is { } major && Number(parts[1]) is { } minor ? new(new(major, minor), node) : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
