using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Kustomize;

namespace FluxLint.Rules.Kustomize;

/// <summary>Finds objects that a build brings together twice under one identity.</summary>
public sealed class DuplicateResource : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX1006",
        Title = "One object is in a build twice",
        Message = "{0}",
        Category = RuleCategory.Kustomize,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Kustomize/DuplicateResource"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnKustomization(Check);

    private static void Check(KustomizationContext context)
    {
        foreach (var problem in context.Rendering.Problems.Where(problem => problem.Kind == BuildProblemKind.DuplicateResource))
            context.Report(Descriptor, problem);
    }
}
