using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace FluxLint.Rules.Engine;

/// <summary>Finds what is wrong with fluxlint.yaml.</summary>
public sealed class InvalidConfiguration : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX0008",
        Title = "fluxlint.yaml is wrong",
        Message = "{0}",
        Category = RuleCategory.Engine,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Engine/InvalidConfiguration"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        foreach (var problem in context.ConfigurationProblems)
            context.Report(Descriptor, problem.Location, problem.Message).WithSeverity(problem.IsWarning ? Severity.Warning : Severity.Error);
    }
}
