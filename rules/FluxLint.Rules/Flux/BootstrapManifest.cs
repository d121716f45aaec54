using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;

namespace FluxLint.Rules.Flux;

/// <summary>Finds clusters that are synced by <c>gotk-sync.yaml</c> instead of a FluxInstance.</summary>
public sealed class BootstrapManifest : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2016",
        Title = "A cluster is synced by a bootstrap manifest",
        Message = "{0} comes from the manifest of 'flux bootstrap', where a FluxInstance would keep Flux itself up to date",
        Category = RuleCategory.Flux,
        Severity = Severity.Off,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/BootstrapManifest"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnFlux<FluxKustomization>(Check);

    private static void Check(ResourceContext context, FluxKustomization kustomization)
    {
        if (kustomization.IsOfBootstrap)
            context.Report(Descriptor, context.Resource.Place, context.Resource.Id.Display).WithHelp("declare a FluxInstance with this source and path under 'sync'");
    }
}
