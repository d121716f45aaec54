using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;
using FluxLint.Syntax;

namespace FluxLint.Rules.Namespaces;

/// <summary>Finds objects that need a namespace and that Flux applies without one.</summary>
public sealed class NamespaceNotSet : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX6003",
        Title = "Flux applies an object without its namespace",
        Message = "{0} reaches the cluster without a namespace, so that Flux cannot apply it",
        Category = RuleCategory.Namespaces,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Namespaces/NamespaceNotSet"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        foreach (var resource in Applied(context.Cluster).SelectMany(rendering => rendering.Resources))
        {
            if (resource.Id.Namespace.Length > 0 || resource.HasUnknownValues || resource.Root.At("metadata", "name") is null)
                continue;
            if (context.Model.IsNamespaced(resource.Id))
            {
                context.Report(Descriptor, resource.Place, resource.Id.Display)
                    .WithHelp("set 'metadata.namespace', 'namespace' in its kustomization, or 'spec.targetNamespace' of the Flux Kustomization");
            }
        }
    }

    /// <summary>The builds that Flux applies as they are. The first is the directory of the cluster, which kubectl may apply, with a namespace of its own.</summary>
    private static IEnumerable<Rendering> Applied(Cluster cluster) =>
        cluster.Renderings.Skip(cluster.Resources.Any(resource => Syncs(resource, cluster.Directory)) ? 0 : 1);

    private static bool Syncs(Resource resource, string directory)
    {
        var path = resource.Id is { Group: "fluxcd.controlplane.io", Kind: "FluxInstance" }
            ? resource.Root.At("spec", "sync", "path") as YamlScalar
            : FluxKustomization.Of(resource) is { } kustomization && kustomization.Spec["targetNamespace"] is null ? kustomization.Path : null;
        return path is not null && RepositoryPath.Normalize(path.Value.TrimStart('/')) == directory;
    }
}
