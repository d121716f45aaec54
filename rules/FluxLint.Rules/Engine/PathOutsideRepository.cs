using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Kustomize;

namespace FluxLint.Rules.Engine;

/// <summary>Finds references and symbolic links that lead out of the repository.</summary>
public sealed class PathOutsideRepository : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX0003",
        Title = "A path leaves the repository",
        Message = "{0}",
        MessageForMany = "{0} ({1} more in this kustomization)",
        Category = RuleCategory.Engine,
        Severity = Severity.Error,
        Fix = FixSafety.Safe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Engine/PathOutsideRepository"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
        registry.OnKustomization(CheckReferences);
        registry.OnCluster(CheckPaths);
        registry.OnRepository(CheckLinks);
    }

    private static void CheckReferences(KustomizationContext context)
    {
        foreach (var problem in context.Rendering.Problems.Where(problem => problem.Kind == BuildProblemKind.OutsideRepository))
            context.Report(Descriptor, problem.Location, problem.Message).WithHelp(problem.Help).WithCause(context.Rendering.Directory);
    }

    /// <summary>Flux stops at the root of a source: such a path works, but not as it reads. One that is then missing is FLX2001's.</summary>
    private static void CheckPaths(ClusterContext context)
    {
        foreach (var inventory in context.Cluster.Inventories.Where(inventory => inventory.State == InventoryState.Built))
        {
            if (inventory.Kustomization is not { Path: { } path } kustomization || RepositoryPath.Normalize(path.Value.TrimStart('/')) is not null)
                continue;
            var read = inventory.PathInSource;
            context.Report(Descriptor, kustomization.PlaceOf(path), $"the path '{path.Value}' of {kustomization.Resource.Id.Display} leaves its source, and Flux reads './{read}'")
                .WithSeverity(Severity.Warning)
                .WithFix(CodeFix.Safe($"Write './{read}'", context.Edit.Replace(path, $"./{read}")));
        }
    }

    private static void CheckLinks(RepositoryContext context)
    {
        foreach (var problem in context.Repository.Problems.Where(problem => problem.Kind == FileProblemKind.Outside))
            context.Report(Descriptor, problem.Location, problem.Message);
    }
}
