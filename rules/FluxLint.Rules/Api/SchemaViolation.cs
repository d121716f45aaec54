using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Schemas;
using FluxLint.Syntax;

namespace FluxLint.Rules.Api;

/// <summary>Finds objects that the schema of their kind does not allow.</summary>
public sealed class SchemaViolation : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX5006",
        Title = "An object does not fit the schema of its kind",
        Message = "{0}: {1}",
        Category = RuleCategory.Api,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Api/SchemaViolation"),
        Fix = FixSafety.Unsafe,
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnResource(Check);

    private static void Check(ResourceContext context)
    {
        var id = context.Resource.Id;
        if (id.ApiVersion.Contains('$') || id.Kind.Contains('$') || !context.IsApplied)
            return;
        foreach (var clusters in context.Clusters.GroupBy(cluster => context.Schemas.Find(cluster, context.Resource)))
        {
            if (clusters.Key is not { } schema)
                continue;
            foreach (var problem in schema.Validate(context.Resource))
            {
                if (problem.Kind == SchemaProblemKind.Unchecked)
                {
                    context.Report(Limit, problem.Node, $"{id.Display}: {problem.Message}").WithSeverity(Severity.Info).WithClusters([.. clusters]);
                    continue;
                }
                context.Report(Descriptor, problem.Node, id.Display, schema.Catalogue is null ? problem.Message : $"{problem.Message}, by {schema.Catalogue}")
                    .WithSeverity(schema.Catalogue is null || problem.Kind == SchemaProblemKind.WrongType ? Severity.Error : Severity.Warning)
                    .WithClusters([.. clusters])
                    .WithHelp(Remedy(problem))
                    .WithFix(Fix(context, problem));
            }
        }
    }

    // Unsafe: a near name is a guess about what is meant.
    private static CodeFix? Fix(ResourceContext context, SchemaProblem problem) => problem switch
    {
        { Nearest: { } nearest, Owner: { } owner, Node: YamlScalar key } => CodeFix.Unsafe($"Rename it to '{nearest}'", context.Edit.RenameKey(owner, key.Value, nearest)),
        { Nearest: { } nearest, Node: YamlScalar value } => CodeFix.Unsafe($"Write '{nearest}'", context.Edit.Replace(value, nearest)),
        _ => null,
    };

    private static string? Remedy(SchemaProblem problem) => problem switch
    {
        { Nearest: null } => null,
        { Owner: null } => $"write '{problem.Nearest}'",
        _ => $"rename it to '{problem.Nearest}'",
    };
}
