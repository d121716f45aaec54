using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Kustomize;

namespace FluxLint.Rules.Kustomize;

/// <summary>Finds paths in a kustomization that do not exist.</summary>
public sealed class MissingReference : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX1001",
        Title = "A kustomization refers to a path that does not exist",
        Message = "{0}",
        Category = RuleCategory.Kustomize,
        Severity = Severity.Error,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Kustomize/MissingReference"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnKustomization(Check);

    private static void Check(KustomizationContext context)
    {
        foreach (var problem in context.Rendering.Problems.Where(problem => problem.Kind == BuildProblemKind.MissingReference))
            context.Report(Descriptor, problem).WithFix(Nearest(context, problem));
    }

    // Unsafe: a close name is a guess about intent.
    private static CodeFix? Nearest(KustomizationContext context, BuildProblem problem) =>
        problem is { Node: { } node, Nearest: { } nearest }
            ? CodeFix.Unsafe($"Refer to '{nearest}'", context.Edit.Replace(node, nearest))
            : null;
}
