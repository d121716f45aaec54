using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;

namespace FluxLint.Rules.Flux;

/// <summary>Finds objects that depend on each other, so that none of them ever starts.</summary>
public sealed class DependsOnCycle : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2004",
        Title = "Objects depend on each other",
        Message = "dependsOn makes a cycle: {0}",
        Category = RuleCategory.Flux,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/DependsOnCycle"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        foreach (var cycle in context.Model.Order.Cycles(edge => edge.Reason == OrderReason.DependsOn))
        {
            var finding = context.Report(Descriptor, cycle.Cause.Place, Path(cycle));
            foreach (var edge in cycle.Edges.SkipLast(1))
                finding.WithRelated(edge.Location, edge.ToString());
        }
    }

    private static string Path(OrderCycle cycle)
    {
        var nodes = cycle.Edges.Select(edge => edge.Event.Node).Append(cycle.Edges[0].Event.Node).ToList();
        var isPlain = nodes.DistinctBy(node => (node.Resource.Id.Namespace, node.Resource.Id.Kind)).Count() == 1;
        return isPlain
            ? $"{nodes[0].Resource.Id.Kind} {string.Join(" -> ", nodes.Select(node => $"'{node.Resource.Id.Name}'"))}"
            : string.Join(" -> ", nodes.Select(node => $"'{node}'"));
    }
}
