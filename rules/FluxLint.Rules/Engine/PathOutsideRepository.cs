using FluxLint.Diagnostics;
using FluxLint.Files;
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
        Category = RuleCategory.Engine,
        Severity = Severity.Error,
        Since = "0.1",
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
        registry.OnKustomization(CheckReferences);
        registry.OnRepository(CheckLinks);
    }

    private static void CheckReferences(KustomizationContext context)
    {
        foreach (var problem in context.Rendering.Problems.Where(problem => problem.Kind == BuildProblemKind.OutsideRepository))
            context.Report(Descriptor, problem.Location, problem.Message).WithHelp(problem.Help);
    }

    private static void CheckLinks(RepositoryContext context)
    {
        foreach (var problem in context.Repository.Problems.Where(problem => problem.Kind == FileProblemKind.Outside))
            context.Report(Descriptor, problem.Location, problem.Message);
    }
}
