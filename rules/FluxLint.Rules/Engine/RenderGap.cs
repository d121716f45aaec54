using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Kustomize;

namespace FluxLint.Rules.Engine;

/// <summary>Tells what a build needs and cannot be had without network or foreign code.</summary>
public sealed class RenderGap : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX0004",
        Title = "Something cannot be rendered offline",
        Message = "{0}",
        Category = RuleCategory.Engine,
        Severity = Severity.Info,
        Since = "0.1",
        HelpUri = RulePages.Uri("Engine/RenderGap"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
        registry.OnKustomization(Check);
        registry.OnCluster(context => Check(context, context.Cluster.Inventories.SelectMany(inventory => inventory.Output?.Problems ?? [])));
    }

    private static void Check(KustomizationContext context)
    {
        Check(context, context.Rendering.Problems);
        foreach (var problem in context.Rendering.Problems)
        {
            // Where Flux is to run it, that is a fault, and a finding of its own.
            if (problem.Kind == BuildProblemKind.DisabledPlugin && !context.IsBuiltByFlux)
                context.Report(Descriptor, problem);
        }
    }

    private static void Check(RuleContext context, IEnumerable<BuildProblem> problems)
    {
        foreach (var problem in problems.Where(problem => problem.Kind == BuildProblemKind.RenderGap))
            context.Report(Descriptor, problem);
    }
}
