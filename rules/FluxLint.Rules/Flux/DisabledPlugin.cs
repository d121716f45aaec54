using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Kustomize;

namespace FluxLint.Rules.Flux;

/// <summary>Finds builds of Flux Kustomizations that need a plugin of kustomize, which Flux does not run.</summary>
/// <remarks>fluxcd/pkg, kustomize/kustomize_generator.go: the build runs with plugins disabled.</remarks>
public sealed class DisabledPlugin : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2021",
        Title = "A Kustomization builds what needs a plugin",
        Message = "Flux runs no plugins of kustomize, so that this build fails",
        Category = RuleCategory.Flux,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/DisabledPlugin"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnKustomization(Check);

    private static void Check(KustomizationContext context)
    {
        foreach (var problem in context.Rendering.Problems)
        {
            if (problem.Kind == BuildProblemKind.DisabledPlugin && context.IsBuiltByFlux)
                context.Report(Descriptor, problem.Location).WithHelp("install charts with a HelmRelease, and render what plugins make before it is committed");
        }
    }
}
