using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Syntax;

namespace FluxLint.Rules.Engine;

/// <summary>Finds files that are larger, deeper or expand further than is read.</summary>
public sealed class InputLimit : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX0006",
        Title = "A file is over a limit",
        Message = "{0}",
        Category = RuleCategory.Engine,
        Severity = Severity.Error,
        Since = "0.1",
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
        registry.OnFile(Check);
        registry.OnRepository(CheckFiles);
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
    }
}
