using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;
using FluxLint.Kubernetes;

namespace FluxLint.Rules.Namespaces;

/// <summary>Finds workloads and Helm releases in the namespace <c>default</c>.</summary>
public sealed class DefaultNamespace : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX6004",
        Title = "A workload runs in the namespace 'default'",
        Message = "{0} lands in namespace 'default'",
        Category = RuleCategory.Namespaces,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Namespaces/DefaultNamespace"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnResource(Check);

    private static void Check(ResourceContext context)
    {
        var resource = context.Resource;
        if (resource.HasUnknownValues)
            return;
        var release = HelmRelease.Of(resource);
        if (release is null && !Workload.Is(resource.Id))
            return;
        var node = release is null ? resource.Root.Mapping("metadata")?.Scalar("namespace") : release.WorkloadNamespaceNode;
        if (node?.Value == WellKnownNamespaces.Default)
            context.Report(Descriptor, node, resource.Id.Display).WithHelp("give it a namespace of its own");
    }
}
