using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Kustomize;

namespace FluxLint.Rules.Flux;

/// <summary>Finds templates of ResourceSets that ask for an input which is not there.</summary>
public sealed class MissingResourceSetInput : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2022",
        Title = "A template asks for an input that is not there",
        Message = "{0}",
        Category = RuleCategory.Flux,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/MissingResourceSetInput"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        foreach (var inventory in context.Cluster.Inventories)
        {
            // What cannot be rendered may bring the input.
            if (inventory.Output is not { Problems: { IsEmpty: false } problems } || inventory.Owner?.HasUnknownValues != false)
                continue;
            foreach (var problem in problems)
            {
                if (problem.Kind == BuildProblemKind.MissingInput)
                    context.Report(Descriptor, problem);
            }
        }
    }
}
