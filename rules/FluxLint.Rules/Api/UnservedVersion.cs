using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Schemas;

namespace FluxLint.Rules.Api;

/// <summary>Finds custom resources of a version that the definition in their cluster does not serve.</summary>
public sealed class UnservedVersion : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX5004",
        Title = "A custom resource has a version that its definition does not serve",
        Message = "{0} has version '{1}', and the CRD of '{2}' serves {3}",
        Category = RuleCategory.Api,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Api/UnservedVersion"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnResource(Check);

    private static void Check(ResourceContext context)
    {
        var id = context.Resource.Id;
        if (KubernetesGroups.Contains(id.Group) || id.ApiVersion.Contains('$'))
            return;
        foreach (var clusters in context.Clusters.Where(cluster => cluster.Keeps(context.Resource)).GroupBy(cluster => cluster.Definitions.Find(id.Group, id.Kind)))
        {
            if (clusters.Key is not { Versions.IsEmpty: false } definition || definition.Find(id.Version) is { IsServed: true })
                continue;
            var served = definition.Served.Select(version => $"'{version.Name}'").ToList();
            var node = context.Resource.Root["apiVersion"] ?? context.Resource.Root;
            context.Report(Descriptor, node, id.Display, id.Version, $"{id.Kind}.{id.Group}", served.Count == 0 ? "none" : string.Join(" and ", served))
                .WithClusters([.. clusters])
                .WithRelated(Place(definition), "the CRD of the cluster")
                .WithHelp(Remedy(definition));
        }
    }

    private static Location Place(ResourceDefinition definition) => Resource.Of(definition.Root).Location;

    private static string? Remedy(ResourceDefinition definition) =>
        definition.Storage is { IsServed: true } storage
            ? $"write the object in version '{storage.Name}', whose fields may differ"
            : null;
}
