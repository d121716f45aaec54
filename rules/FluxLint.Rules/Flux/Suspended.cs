using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;

namespace FluxLint.Rules.Flux;

/// <summary>Finds Flux objects that a cluster applies and that are switched off.</summary>
public sealed class Suspended : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2013",
        Title = "A Flux object is suspended",
        Message = "{0} is suspended: the cluster does not follow the repository there",
        Category = RuleCategory.Flux,
        Severity = Severity.Info,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/Suspended"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnFlux<FluxObject>(Check);

    private static void Check(ResourceContext context, FluxObject suspended)
    {
        if (suspended.Suspension is { } suspension)
            context.Report(Descriptor, suspension, context.Resource.Id.Display);
    }
}
