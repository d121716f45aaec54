using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;

namespace FluxLint.Rules.Flux;

/// <summary>Finds Kustomizations that others depend on, and that are ready before what they apply is.</summary>
public sealed class DependedOnWithoutWait : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2008",
        Title = "Others depend on a Kustomization that waits for nothing",
        Message = "{0} is ready before what it applies is, and others depend on it",
        Category = RuleCategory.Flux,
        Severity = Severity.Warning,
        Fix = FixSafety.Safe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/DependedOnWithoutWait"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        var order = context.Model.Order;
        var dependents = order.Edges.Where(edge => edge.Reason == OrderReason.DependsOn).ToLookup(edge => edge.Needs.Node);
        foreach (var edges in dependents)
        {
            var node = edges.Key;
            if (node.Object is not FluxKustomization { Waits: false } kustomization || kustomization.HealthChecks.Any())
                continue;
            if (!node.AppliesWhatTakesTime || node.Resource.HasUnknownValues || !MayWait(order, node))
                continue;
            context.Report(Descriptor, node.Resource.PlaceAt("spec", "wait") ?? node.Resource.Place, node.Display)
                .WithHelp("set 'wait: true', or name what must be healthy in 'healthChecks'")
                .WithRelated([.. edges.Select(edge => new RelatedLocation(edge.Location, edge.ToString()))])
                .WithFix(CodeFix.Safe("Wait for what is applied", context.Edit.Set(kustomization.Spec, "wait", "true")));
        }
    }

    /// <summary>Whether nothing that it applies waits for it in turn: with <c>wait</c> neither would get on.</summary>
    private static bool MayWait(OrderGraph order, OrderNode node) =>
        !order.AnyNeeds(order.Nodes.Where(other => other != node && other.Parent == node).Select(other => other.Ready), node.Ready);
}
