using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kustomize;

namespace FluxLint.Rules.Api;

/// <summary>Finds custom resources that may be applied before what installs their definition.</summary>
public sealed class CrdAfterResource : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX5005",
        Title = "A custom resource may come before its definition",
        Message = "{0} needs the CRD of '{1}', and does not wait for {2}, which installs it",
        Category = RuleCategory.Api,
        Severity = Severity.Warning,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Api/CrdAfterResource"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        var order = context.Model.Order;
        foreach (var node in order.Nodes.Where(node => node.Object is FluxKustomization))
        {
            var missing = order.NeedsOf(node.Applied)
                .Where(edge => edge.Reason == OrderReason.Definition)
                .Where(edge => Applier(edge.Needs.Node) is { } applier && IsUnordered(order, node, edge, applier))
                .DistinctBy(edge => Applier(edge.Needs.Node))
                .ToList();
            if (missing.Count > 0)
                Report(context, node, missing);
        }
    }

    /// <summary>One finding a Kustomization: it is the one place to write all that it lacks.</summary>
    private static void Report(ClusterContext context, OrderNode node, IReadOnlyList<OrderEdge> missing)
    {
        var first = missing[0];
        var appliers = missing.Select(edge => Applier(edge.Needs.Node)).OfType<OrderNode>().ToList();
        var names = string.Join(" and ", appliers.Select(applier => $"'{applier.Resource.Id.Name}'"));
        var spec = node.Object.Spec;
        var entries = appliers.Select(applier => Entry(node, applier)).ToList();
        var edit = spec.Sequence("dependsOn") is { } list
            ? entries is [var only] ? context.Edit.AddItem(list, only) : null
            : context.Edit.Set(spec, "dependsOn", string.Join('\n', entries.Select(entry => $"- {entry.Replace("\n", "\n  ", StringComparison.Ordinal)}")));
        context.Report(Descriptor, Place(node.Object), node.Display, first.Detail, first.Needs.Node.Display)
            .WithHelp($"add dependsOn {names} to {node.Display}")
            .WithRelated([.. missing.Select(edge => new RelatedLocation(edge.Location, $"needs the CRD of '{edge.Detail}'"))])
            .WithRelated([.. missing.Select(edge => new RelatedLocation(edge.Needs.Node.Resource.Location, $"{edge.Needs.Node.Display} installs it"))])
            .WithFix(CodeFix.Unsafe($"Depend on {names}", edit));
    }

    private static Place Place(FluxObject kustomization) =>
        kustomization.Spec.KeyOf("dependsOn") is { } key ? kustomization.PlaceOf(key) : kustomization.Resource.Place;

    /// <summary>The Kustomization to wait for: the provider itself, or what applies the release that is the provider.</summary>
    private static OrderNode? Applier(OrderNode provider) => provider.Object is FluxKustomization ? provider : provider.Parent;

    private static bool IsUnordered(OrderGraph order, OrderNode node, OrderEdge edge, OrderNode applier) =>
        applier.Object is FluxKustomization
        // What it waits for may need the same definition, and is not ready without.
        && !order.Needs(node.Applied, edge.Needs, other => other.Event == node.Applied && IsDefinition(other))
        // One that depends on a Kustomization that does not wait has said enough: the other is to blame.
        && !order.Needs(node.Started, applier.Applied, IsDefinition)
        // A dependency that closes a cycle is no remedy.
        && applier != node
        && !order.Needs(applier.Ready, node.Started);

    private static bool IsDefinition(OrderEdge edge) => edge.Reason == OrderReason.Definition;

    private static string Entry(OrderNode node, OrderNode applier)
    {
        var id = applier.Resource.Id;
        return id.Namespace == node.Resource.Id.Namespace ? $"name: {id.Name}" : $"name: {id.Name}\nnamespace: {id.Namespace}";
    }
}
