using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;

namespace FluxLint.Rules.Flux;

/// <summary>Finds dependencies that another dependency of the same object has already.</summary>
public sealed class RedundantDependsOn : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2014",
        Title = "Another dependency implies this one",
        Message = "{0} depends on '{1}' through '{2}' already",
        Category = RuleCategory.Flux,
        Severity = Severity.Off,
        Fix = FixSafety.Safe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/RedundantDependsOn"),
    };

    // Objects that nearly all depend on each other have more ways between them than anyone goes.
    private const long MaximumWays = 1_000_000_000;

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        var order = context.Model.Order;
        if (order.Nodes.Sum(node => Math.Pow(node.Object.DependsOn.Count(), 2)) * order.Edges.Count() > MaximumWays)
            return;
        foreach (var node in order.Nodes)
        {
            var dependencies = node.Object.DependsOn
                .Where(dependency => dependency is { NeedsReady: true, Key: not null })
                .Select(dependency => new Dependency(dependency, Find(order, dependency)))
                .ToList();
            foreach (var (reference, other) in dependencies)
            {
                if (other is null || reference.Name is not { } name)
                    continue;
                // Objects that depend on each other imply each other, and that is another mistake.
                var implying = dependencies.Find(between =>
                    between.Node is not null && between.Node != other && DependsOn(order, between.Node, other) && !DependsOn(order, other, between.Node));
                if (implying?.Node is null)
                    continue;
                context.Report(Descriptor, node.Object.PlaceOf(name), node.Display, other.Resource.Id.Name, implying.Node.Resource.Id.Name)
                    .WithFix(node.Object.Spec.Sequence("dependsOn") is { } list ? CodeFix.Safe($"Remove the dependency on '{other.Resource.Id.Name}'", context.Edit.RemoveItem(list, reference.Node)) : null);
            }
        }
    }

    private static OrderNode? Find(OrderGraph order, DependencyReference dependency) => dependency.Key is { } key ? order.Find(key) : null;

    private static bool DependsOn(OrderGraph order, OrderNode node, OrderNode other) =>
        order.Needs(node.Started, other.Ready, edge => edge.Reason is not (OrderReason.DependsOn or OrderReason.Sequence));

    private sealed record Dependency(DependencyReference Reference, OrderNode? Node);
}
