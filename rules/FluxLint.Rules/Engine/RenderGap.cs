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
        registry.OnKustomization(context => Check(context, context.Rendering.Problems));
        registry.OnCluster(context => Check(context, context.Cluster.Inventories.SelectMany(inventory => inventory.Output?.Problems ?? [])));
    }

    private static void Check(RuleContext context, IEnumerable<BuildProblem> problems)
    {
        foreach (var problem in problems.Where(problem => problem.Kind == BuildProblemKind.RenderGap))
            context.Report(Descriptor, problem);
    }
}
