using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Schemas;

namespace FluxLint.Rules.Api;

/// <summary>Finds objects of built-in kinds that fit their schema, and that the API server refuses all the same.</summary>
public sealed class InvalidObject : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX5008",
        Title = "The API server refuses an object of a built-in kind",
        Message = "{0}: {1}",
        Category = RuleCategory.Api,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Api/InvalidObject"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnResource(Check);

    private static void Check(ResourceContext context)
    {
        if (!context.IsApplied)
            return;
        foreach (var problem in SchemaProblem.BeyondSchema(context.Resource))
            context.Report(Descriptor, problem.Node, context.Resource.Id.Display, problem.Message);
    }
}
