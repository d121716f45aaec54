using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;

namespace FluxLint.Rules.Namespaces;

/// <summary>Finds Flux objects that apply what they find with all the rights of the controller.</summary>
public sealed class MissingServiceAccount : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX6006",
        Title = "Multi-tenancy: a Flux object acts with the rights of the controller",
        Message = "{0} names no service account, so that it acts with the rights of {1}",
        MessageForMany = "{0} and {2} more name no service account, so that they act with the rights of {1}",
        Category = RuleCategory.Namespaces,
        Severity = Severity.Off,
        Since = "0.1",
        HelpUri = RulePages.Uri("Namespaces/MissingServiceAccount"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        var flags = context.Model.Flags;
        Check(context, flags, FluxKustomization.Group, "Kustomization", "kustomize-controller");
        Check(context, flags, HelmRelease.Group, HelmRelease.Kind, "helm-controller");
    }

    private static void Check(ClusterContext context, ControllerFlags flags, string group, string kind, string controller)
    {
        if (flags.HasDefaultServiceAccount(controller))
            return;
        foreach (var resource in context.Cluster.Resources.Where(resource => resource.Id.Group == group && resource.Id.Kind == kind))
        {
            // What cannot be rendered may set it.
            if (resource.HasUnknownValues || resource.Root.Mapping("spec") is not { } spec || spec.Contains("serviceAccountName"))
                continue;
            context.Report(Descriptor, resource.PlaceOf(resource.Root.KeyOf("spec") ?? spec), resource.Id.Display, controller)
                .WithHelp("name the account of the tenant in 'spec.serviceAccountName'")
                .WithCause(controller);
        }
    }
}
