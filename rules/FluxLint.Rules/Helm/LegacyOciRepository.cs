using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;

namespace FluxLint.Rules.Helm;

/// <summary>Finds container registries that are declared as <c>HelmRepository</c> of type <c>oci</c>.</summary>
public sealed class LegacyOciRepository : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX3003",
        Title = "A registry is declared as HelmRepository",
        Message = "{0} is a registry, which an OCIRepository reads better",
        Category = RuleCategory.Helm,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Helm/LegacyOciRepository"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnFlux<HelmRepository>(Check);

    private static void Check(ResourceContext context, HelmRepository repository)
    {
        if (repository is { IsOci: true, Type: { } type })
            context.Report(Descriptor, type, context.Resource.Id.Display).WithHelp("declare an OCIRepository for each chart, and refer to it by 'chartRef'");
    }
}
