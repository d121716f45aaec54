using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Schemas;
using FluxLint.Syntax;

namespace FluxLint.Rules.Helm;

/// <summary>Finds values that a chart of the repository does not read, or does not take.</summary>
public sealed class UnknownChartValue : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX3013",
        Title = "A chart of the repository does not know a value",
        Message = "{0}: {1}",
        Category = RuleCategory.Helm,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Helm/UnknownChartValue"),
        Fix = FixSafety.Unsafe,
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        foreach (var resource in context.Cluster.Resources)
        {
            if (HelmRelease.Of(resource) is not { Values: { } values } release || resource.HasUnknownValues)
                continue;
            // Other files of values may bring what templates in them read.
            if (release.Chart?.Contains("valuesFiles") == true || context.Model.LocalChartOf(release) is not { } chart)
                continue;
            foreach (var unread in chart.FindUnread(values))
                Report(context, release, chart, unread);
            if (chart.Schema is { } schema && !release.SkipsValuesSchema)
                CheckSchema(context, release, chart, SchemaValidator.ValidatePart(values, schema));
        }
    }

    private static void Report(ClusterContext context, HelmRelease release, LocalChart chart, UnreadValue unread) =>
        context.Report(Descriptor, release.PlaceOf(unread.Key), release.Resource.Id.Display, $"chart '{chart.Directory}' does not read the value '{unread.Path}'")
            .WithHelp(unread.Nearest is { } near ? $"rename it to '{near}'" : "take it out")
            // Unsafe: a near name is a guess.
            .WithFix(unread.Nearest is { } nearest ? CodeFix.Unsafe($"Rename it to '{nearest}'", context.Edit.RenameKey(unread.Owner, unread.Key.Value, nearest)) : null);

    /// <summary>Helm refuses to install what the schema does not allow.</summary>
    private static void CheckSchema(ClusterContext context, HelmRelease release, LocalChart chart, IEnumerable<SchemaProblem> problems)
    {
        foreach (var problem in problems)
        {
            if (problem.Kind == SchemaProblemKind.Unchecked)
            {
                context.Report(Limit, release.PlaceOf(problem.Node), $"the values of {release.Resource.Id.Display}: {problem.Message}").WithSeverity(Severity.Info);
                continue;
            }
            context.Report(Descriptor, release.PlaceOf(problem.Node), release.Resource.Id.Display, $"the schema of chart '{chart.Directory}' says that {problem.Message}")
                .WithSeverity(Severity.Error)
                .WithHelp(problem.Nearest is { } near ? $"write '{near}'" : null)
                .WithFix(problem is { Nearest: { } nearest, Owner: null, Node: YamlScalar value } ? CodeFix.Unsafe($"Write '{nearest}'", context.Edit.Replace(value, nearest)) : null);
        }
    }
}
