using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;

namespace FluxLint.Rules.Helm;

/// <summary>Finds releases that install the chart of another release, and not the one that they are named after.</summary>
public sealed class MistakenChart : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX3017",
        Title = "A release installs the chart of another, and not the one that it is named after",
        Message = "{0} installs the chart '{1}' into namespace '{2}' as {3} does, and not '{4}' that it is named after",
        Category = RuleCategory.Helm,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Helm/MistakenChart"),
        Fix = FixSafety.Unsafe,
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        foreach (var chart in context.Cluster.Charts)
        {
            if (chart is not { IsSingle: true, NameNode: { } name, NamedAfter: { } meant })
                continue;
            // Where the chart that is meant is there as well, the name says less.
            if (Twin(chart, context.Cluster.Charts) is not { } twin || context.Cluster.Charts.Any(other => other.Name == meant))
                continue;
            var release = chart.Release;
            context.Report(Descriptor, chart.Declaration.PlaceOf(name), release.Resource.Id.Display, name.Value, release.WorkloadNamespace, twin.Release.Resource.Id.Display, meant)
                .WithHelp($"write '{meant}'")
                .WithRelated(twin.Declaration.PlaceOf(twin.NameNode ?? name).Location, $"{twin.Release.Resource.Id.Display} installs it here")
                .WithFix(CodeFix.Unsafe($"Write '{meant}'", context.Edit.Replace(name, meant)));
        }
    }

    private static ReleasedChart? Twin(ReleasedChart chart, IEnumerable<ReleasedChart> charts) => charts.FirstOrDefault(other =>
        other.Name == chart.Name
        && other.Release.Resource.Key != chart.Release.Resource.Key
        && other is { IsSingle: true, NamedAfter: null }
        && other.Release.WorkloadNamespace == chart.Release.WorkloadNamespace);
}
