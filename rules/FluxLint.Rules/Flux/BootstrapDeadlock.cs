using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;

namespace FluxLint.Rules.Flux;

/// <summary>Finds objects that a new cluster never gets, because each waits for another.</summary>
public sealed class BootstrapDeadlock : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2005",
        Title = "A new cluster waits for itself",
        Message = "{0} waits for itself: it {1}",
        Category = RuleCategory.Flux,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/BootstrapDeadlock"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        foreach (var cycle in context.Model.Order.Cycles().Where(cycle => cycle.Edges.Any(edge => edge.Reason != OrderReason.DependsOn)))
        {
            // Someone out of sight may bring the namespace or the definition.
            if (context.Cluster.HasGaps && cycle.Edges.Any(edge => edge.Reason is OrderReason.Namespace or OrderReason.Definition))
                continue;
            if (cycle.Edges.Any(edge => edge.Event.Node.Resource.HasUnknownValues))
                continue;
            Report(context, cycle.StartingWith(cycle.Cause));
        }
    }

    private static void Report(ClusterContext context, OrderCycle cycle)
    {
        var first = cycle.Edges[0];
        var finding = context.Report(Descriptor, first.Place, first.Event.Node.Display, string.Join(", which ", cycle.Edges.Select(edge => edge.Predicate)))
            .WithHelp(Remedy(first));
        foreach (var edge in cycle.Edges.Skip(1))
            finding.WithRelated(edge.Location, edge.ToString());
    }

    private static string Remedy(OrderEdge edge) => edge.Reason switch
    {
        OrderReason.DependsOn => $"remove the dependency on {edge.Needs.Node.Display}, or let nothing on the way wait for {edge.Event.Node.Display}",
        OrderReason.Definition => $"move what needs '{edge.Detail}' into a Kustomization of its own, and let that depend on the one that applies {edge.Needs.Node.Display}",
        OrderReason.Namespace => $"let {edge.Event.Node.Display} make namespace '{edge.Detail}', or a Kustomization that it depends on",
        OrderReason.Source => $"move {edge.Needs.Node.Display} out of what {edge.Event.Node.Display} applies",
        _ => $"let {edge.Event.Node.Display} not wait for {edge.Needs.Node.Display}",
    };
}
