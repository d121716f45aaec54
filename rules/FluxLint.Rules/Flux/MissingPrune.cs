using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;
using FluxLint.Syntax;

namespace FluxLint.Rules.Flux;

/// <summary>Finds Flux Kustomizations that leave behind what is taken out of them.</summary>
public sealed class MissingPrune : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2009",
        Title = "A Kustomization does not delete what leaves it",
        Message = "{0} does not delete objects that leave its path",
        Category = RuleCategory.Flux,
        Severity = Severity.Warning,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/MissingPrune"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnFlux<FluxKustomization>(Check);

    private static void Check(ResourceContext context, FluxKustomization kustomization)
    {
        var written = kustomization.Spec.Scalar("prune");
        if (kustomization.Prunes || context.Resource.HasUnknownValues || written?.HasVariable() == true)
            return;
        context.Report(Descriptor, written is null ? context.Resource.Place : kustomization.PlaceOf(written), context.Resource.Id.Display)
            .WithHelp("set 'prune: true'")
            .WithFix(Prune(context, kustomization, written));
    }

    // Where it is false somebody may have meant it.
    private static CodeFix? Prune(ResourceContext context, FluxKustomization kustomization, YamlScalar? written) => written is null
        ? CodeFix.Safe("Add 'prune: true'", context.Edit.Set(kustomization.Spec, "prune", "true"))
        : CodeFix.Unsafe("Set 'prune: true'", context.Edit.Replace(written, "true"));
}
