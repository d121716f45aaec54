using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Rules.Namespaces;

/// <summary>Finds Flux objects that take their source from another namespace.</summary>
public sealed class CrossNamespaceRef : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX6005",
        Title = "A source is taken from another namespace",
        Message = "{0} of namespace '{1}' refers to {2} '{3}' of namespace '{4}'{5}",
        Category = RuleCategory.Namespaces,
        Severity = Severity.Info,
        Since = "0.1",
        HelpUri = RulePages.Uri("Namespaces/CrossNamespaceRef"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        ControllerFlags? flags = null;
        foreach (var resource in context.Cluster.Resources)
        {
            if (References(resource) is not { Controller: { } controller, Nodes: { } nodes } || resource.HasUnknownValues)
                continue;
            flags ??= context.Model.Flags;
            foreach (var reference in nodes.OfType<YamlMapping>())
                Check(context, resource, reference, flags.RefusesCrossNamespaceRefs(controller) ? controller : null);
        }
    }

    private static void Check(ClusterContext context, Resource resource, YamlMapping reference, string? refusedBy)
    {
        var own = resource.Id.Namespace;
        if (reference.Scalar("namespace") is not { } node || own.Length == 0 || own == node.Value || own.HasVariable() || node.Value.HasVariable())
            return;
        // What the platform keeps there is for all, as long as the controllers allow it.
        if (node.Value == WellKnownNamespaces.FluxSystem && refusedBy is null)
            return;
        context.Report(Descriptor, resource.PlaceOf(node), resource.Id.Display, own, reference.Text("kind") ?? "ImageRepository", reference.Text("name"), node.Value, refusedBy is null ? "" : $", which {refusedBy} refuses")
            .WithSeverity(refusedBy is null ? Severity.Info : Severity.Error)
            .WithHelp($"declare the source in namespace '{own}'");
    }

    /// <summary>Where an object refers to sources, and who follows that; null for kinds that do not.</summary>
    private static (string Controller, YamlNode?[] Nodes)? References(Resource resource) => resource.Id switch
    {
        { Group: FluxKustomization.Group, Kind: "Kustomization" } => ("kustomize-controller", [resource.Root.At("spec", "sourceRef")]),
        { Group: HelmRelease.Group, Kind: HelmRelease.Kind } => ("helm-controller", [resource.Root.At("spec", "chartRef"), resource.Root.At("spec", "chart", "spec", "sourceRef")]),
        { Group: "image.toolkit.fluxcd.io", Kind: "ImageUpdateAutomation" } => ("image-automation-controller", [resource.Root.At("spec", "sourceRef")]),
        { Group: "image.toolkit.fluxcd.io", Kind: "ImagePolicy" } => ("image-reflector-controller", [resource.Root.At("spec", "imageRepositoryRef")]),
        _ => null,
    };
}
