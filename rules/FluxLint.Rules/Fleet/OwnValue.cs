using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Rules.Fleet;

/// <summary>A value that a file of a cluster's own directory gives to a Helm release, to a Flux Kustomization as a variable, or to a ConfigMap.</summary>
/// <param name="Resource">The object that has it.</param>
/// <param name="Path">The keys to it, from where values of such an object are.</param>
/// <param name="Node">The value: a scalar, or a list as a whole.</param>
internal sealed record OwnValue(Resource Resource, ValuePath Path, YamlNode Node)
{
    /// <summary>What it is a value of, and which.</summary>
    public (ObjectKey Object, ValuePath Path) Key => (Resource.Key, Path);

    /// <summary>The text of it, to compare with that of another.</summary>
    public string Text => Node switch
    {
        YamlScalar scalar => scalar.Value,
        YamlSequence list => string.Join('\n', list.Items.Select(item => item.Source.Slice(item.Span).ToString())),
        _ => "",
    };

    /// <summary>Whether the cluster sets it in an object that is not written in its own directory.</summary>
    public bool IsPatch(Cluster cluster) => !RepositoryPath.IsWithin(cluster.Directory, Resource.Path);

    /// <summary>The values of an object; null where it is of another kind.</summary>
    public static YamlMapping? ValuesOf(Resource resource) => resource.Id switch
    {
        { Group: "", Kind: "ConfigMap" } => resource.Root.Mapping("data"),
        { Group: HelmRelease.Group, Kind: HelmRelease.Kind } => HelmRelease.Of(resource)?.Values,
        { Group: FluxKustomization.Group, Kind: "Kustomization" } => FluxKustomization.Of(resource)?.Substitute,
        _ => null,
    };

    /// <summary>Whether an object may have values that are not in it.</summary>
    public static bool MayHaveMore(Resource resource) =>
        resource.HasUnknownValues || HelmRelease.Of(resource) is { ValuesFrom.IsEmpty: false } || FluxKustomization.Of(resource)?.SubstituteFrom.Any() == true;
}
