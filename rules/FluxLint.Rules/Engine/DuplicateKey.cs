using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Rules.Engine;

/// <summary>Finds a key that a mapping has twice: Flux refuses a manifest with one, and takes one of the values in silence elsewhere.</summary>
public sealed class DuplicateKey : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX0002",
        Title = "A mapping has a key twice",
        Message = "the key '{0}' is in this mapping twice",
        Category = RuleCategory.Engine,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Engine/DuplicateKey"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnFile(Check);

    private static void Check(FileContext context)
    {
        foreach (var problem in context.Tree.Problems.Where(problem => problem.Kind == YamlProblemKind.DuplicateKey))
        {
            var finding = context.Report(Descriptor, problem.Location, problem.Message);
            if (problem.Other is { } first)
                finding.WithRelated(first, "the first one");
        }
    }
}
