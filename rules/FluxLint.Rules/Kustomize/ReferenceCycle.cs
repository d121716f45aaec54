using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Kustomize;

namespace FluxLint.Rules.Kustomize;

/// <summary>Finds kustomizations that include each other.</summary>
public sealed class ReferenceCycle : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX1012",
        Title = "Kustomizations include each other",
        Message = "{0}",
        Category = RuleCategory.Kustomize,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Kustomize/ReferenceCycle"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnKustomization(Check);

    private static void Check(KustomizationContext context)
    {
        foreach (var problem in context.Rendering.Problems.Where(problem => problem.Kind == BuildProblemKind.Cycle))
        {
            // None of the directories can be built, so whoever enters the cycle at one of them is reached.
            var members = problem.Related.Select(entry => entry.Location).Append(problem.Location);
            context.Report(Descriptor, problem).WithClusters([.. members.SelectMany(member => context.Fleet.ReadersOf(member.Path)).Distinct()]);
        }
    }
}
