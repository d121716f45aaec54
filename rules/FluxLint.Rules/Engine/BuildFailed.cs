using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Rules.Engine;

/// <summary>Finds what <c>kustomize build</c> refuses.</summary>
public sealed class BuildFailed : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX0007",
        Title = "kustomize refuses to build this",
        Message = "{0}",
        Category = RuleCategory.Engine,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Engine/BuildFailed"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
        registry.OnKustomization(context => Check(context, context.Rendering.Problems));
        registry.OnCluster(context => Check(context, context.Cluster.Renderings.SelectMany(rendering => rendering.FinalProblems)));
        registry.OnCluster(context => Check(context, context.Cluster.Inventories.SelectMany(inventory => inventory.Output?.Problems ?? [])));
        registry.OnCluster(CheckSubstitution);
        registry.OnFile(CheckRoot);
    }

    private static void Check(RuleContext context, IEnumerable<BuildProblem> problems)
    {
        foreach (var problem in problems.Where(problem => problem.Kind == BuildProblemKind.Refused))
            context.Report(Descriptor, problem);
    }

    /// <summary>What Flux refuses after the build fails the whole Kustomization as well.</summary>
    private static void CheckSubstitution(ClusterContext context)
    {
        foreach (var inventory in context.Cluster.Inventories)
        {
            Check(context, inventory.Output?.Substitutions.SelectMany(result => result.Problems) ?? []);
            foreach (var variable in inventory.Variables.All.Where(variable => !variable.HasValidName))
            {
                context.Report(Descriptor, variable.Place, $"Flux takes no variable with the name '{variable.Name}', so {inventory.Owner?.Id.Display} fails")
                    .WithHelp("use letters, digits and underscores, and no digit at the start");
            }
        }
    }

    /// <summary>A kustomization file that holds something else than fields has nothing to render.</summary>
    private static void CheckRoot(FileContext context)
    {
        if (Repository.IsKustomizationFile(context.Tree.Source.Path) && context.Tree is { IsBroken: false, Documents: [{ Root: YamlSequence or YamlScalar } first, ..] })
            context.Report(Descriptor, first.Root.Location, "a kustomization file holds a mapping of fields");
    }
}
