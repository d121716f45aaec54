using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;
using FluxLint.Schemas;

namespace FluxLint.Rules.Flux;

/// <summary>Finds expressions in CEL that cannot be read.</summary>
public sealed class InvalidCelExpression : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2023",
        Title = "A CEL expression cannot be read",
        Message = "{0}: {1}",
        Category = RuleCategory.Flux,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/InvalidCelExpression"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
        registry.OnFlux<FluxObject>((context, flux) => Report(context, flux.ExpressionProblems));
        registry.OnResource("apiextensions.k8s.io", "CustomResourceDefinition", context => Report(context, SchemaProblem.InRulesOf(context.Resource)));
    }

    private static void Report(ResourceContext context, IEnumerable<SchemaProblem> problems)
    {
        foreach (var problem in problems)
            context.Report(Descriptor, context.Resource.PlaceOf(problem.Node).Within(problem.Location), context.Resource.Id.Display, problem.Message);
    }
}
