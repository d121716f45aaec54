using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Kustomize;
using FluxLint.Schemas;
using FluxLint.Syntax;

namespace FluxLint.Rules.Engine;

/// <summary>Finds files that are larger, deeper or expand further than is read, builds that take more than is spent on them, chains of Flux objects longer than are followed, and patterns larger than are matched.</summary>
public sealed class InputLimit : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = Limit;

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
        registry.OnFile(Check);
        registry.OnRepository(CheckFiles);
        registry.OnKustomization(context => CheckBuild(context, context.Rendering.Problems));
        registry.OnCluster(context => CheckBuild(context, context.Cluster.Inventories.SelectMany(inventory => inventory.Output?.Problems ?? [])));
        registry.OnCluster(context => CheckBuild(context, context.Cluster.Inventories.SelectMany(inventory => inventory.Output?.Substitutions ?? []).SelectMany(result => result.Problems)));
        registry.OnCluster(CheckChains);
        registry.OnResource("apiextensions.k8s.io", "CustomResourceDefinition", CheckPatterns);
    }

    private static void CheckBuild(RuleContext context, IEnumerable<BuildProblem> problems)
    {
        foreach (var problem in problems.Where(problem => problem.Kind == BuildProblemKind.Limit))
            context.Report(Descriptor, problem);
    }

    private static void Check(FileContext context)
    {
        foreach (var problem in context.Tree.Problems.Where(problem => problem.Kind == YamlProblemKind.Limit))
            context.Report(Descriptor, problem.Location, problem.Message);
    }

    private static void CheckFiles(RepositoryContext context)
    {
        foreach (var problem in context.Repository.Problems.Where(problem => problem.Kind == FileProblemKind.TooLarge))
            context.Report(Descriptor, problem.Location, problem.Message);
        if (context.RunLimit is { } limit)
            context.Report(Descriptor, limit);
    }

    // The API server takes the definition all the same.
    private static void CheckPatterns(ResourceContext context)
    {
        foreach (var problem in SchemaProblem.LimitsOf(context.Resource))
            context.Report(Descriptor, problem.Node, problem.Message).WithSeverity(Severity.Info);
    }

    private static void CheckChains(ClusterContext context)
    {
        foreach (var inventory in context.Cluster.Inventories.Where(inventory => inventory.State == InventoryState.TooDeep))
        {
            if (inventory.Owner is { } owner)
                context.Report(Descriptor, owner.Place, $"{owner.Id.Display} stands at the end of a chain of objects that apply each other, longer than is followed: what it applies is not looked at");
        }
    }
}
