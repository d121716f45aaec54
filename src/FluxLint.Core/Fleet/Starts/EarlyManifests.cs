using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>What manifests bring that are applied before Flux is there.</summary>
internal static class EarlyManifests
{
    /// <summary>What plain manifests bring.</summary>
    public static EarlySetup Of(YamlTree tree, string path)
    {
        var setup = EarlySetup.None;
        foreach (var document in tree.Documents)
        {
            setup = document.Expanded switch
            {
                YamlMapping root => setup.With(Of(Resource.Of(root), path)),
                null or YamlScalar { Kind: ScalarKind.Null } => setup,
                // A variable may stand for all there is.
                _ => setup.With(EarlySetup.Anything(path)),
            };
        }
        return setup;
    }

    private static EarlySetup Of(Resource resource, string path) => resource.Id switch
    {
        { Kind: "Namespace", Group: "" } => IsOpen(resource.Id.Name)
            ? new() { HasUnknownNamespaces = true }
            : new() { Namespaces = EarlySetup.Names(resource.Id.Name) },
        { Kind: "CustomResourceDefinition", Group: KubernetesGroups.ApiExtensions } => resource.Root.Mapping("spec")?.Text("group") is { } group && !IsOpen(group)
            ? new() { Groups = EarlySetup.Names(group) }
            : new() { HasUnknownDefinitions = true },
        // What runs once installs, and so do the controllers of other tools.
        { Kind: "Job" or "CronJob" or "List" } => EarlySetup.Anything(path),
        { Group: var group } when KubernetesGroups.Contains(group) || FluxGroups.Contains(group) || group == "kustomize.config.k8s.io" => EarlySetup.None,
        _ => EarlySetup.Anything(path),
    };

    /// <summary>Whether a name is filled in by somebody else.</summary>
    private static bool IsOpen(string name) => name.Length == 0 || name.HasVariable() || name.Contains("{{", StringComparison.Ordinal);
}
