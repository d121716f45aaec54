using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Kubernetes;

namespace FluxLint.Rules.Api;

/// <summary>Finds objects of built-in kinds in versions that the fleet's Kubernetes no longer serves.</summary>
public sealed class RemovedKubernetesApi : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX5002",
        Title = "The fleet's Kubernetes does not serve this version of a kind any more",
        Message = "{0} is written for '{1}', which Kubernetes {2} removed",
        Category = RuleCategory.Api,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Api/RemovedKubernetesApi"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnResource(Check);

    private static void Check(ResourceContext context)
    {
        var resource = context.Resource;
        if (context.Configuration.KubernetesVersion is not { } kubernetes || resource.Root["apiVersion"] is not { } node)
            return;
        if (KubernetesApi.FindRemoved(resource.Id.ApiVersion, resource.Id.Kind, kubernetes.Version) is not { } api)
            return;
        var finding = context.Report(Descriptor, node, resource.Id.Display, api.ApiVersion, api.RemovedIn)
            .WithHelp(api.Replacement is null ? $"remove it: nothing replaces the kind '{resource.Id.Kind}'" : $"write it for '{api.Replacement}'");
        if (!kubernetes.IsAssumed)
            finding.WithRelated(kubernetes.Node.Location, $"the fleet runs Kubernetes {kubernetes.Node.Value}");
    }
}
