using FluxLint.Fleet;
using FluxLint.Reporting;

namespace FluxLint.Cli.Terminal;

/// <summary>What a graph says of its nodes and edges, in words that are safe to show.</summary>
internal static class GraphText
{
    private const int DetailsShown = 3;

    public static string Name(GraphNode node) => node.Resource is null ? $"entry point {SafeText.Of(node.Id)}" : SafeText.Of(node.Id);

    /// <summary>What there is to say of a node beside its name.</summary>
    public static IEnumerable<string> Facts(GraphNode node)
    {
        if (node.Chart is { } chart)
            yield return SafeText.Of(chart.Display);
        if (node.Inventory is { } inventory)
        {
            if (inventory.ShownDirectory is { } directory && node.Resource is not null)
                yield return directory.Length == 0 ? "." : SafeText.Of(directory);
            yield return inventory.State == InventoryState.Built ? Summary.Count(inventory.CountObjects(), "object") : Word(inventory.State);
            if (inventory.IsRemote)
                yield return "for another cluster";
        }
        if (node.Object?.IsSuspended == true)
            yield return "suspended";
    }

    /// <summary>Why something is needed, so that what is needed can follow.</summary>
    public static string Reason(GraphLink link) => link.Reason switch
    {
        OrderReason.DependsOn => "depends on",
        OrderReason.Source => "takes its content from",
        OrderReason.Wait => "waits for",
        OrderReason.HealthCheck => "checks the health of",
        OrderReason.Namespace => $"needs {Details("namespace", link)} from",
        OrderReason.Definition => $"needs the {Details("CRD", link)} from",
        _ => "comes after",
    };

    private static string Details(string noun, GraphLink link)
    {
        var shown = link.Details.Take(DetailsShown).Select(detail => SafeText.Of(detail)).ToList();
        if (link.Details.Length > DetailsShown)
            shown.Add($"{link.Details.Length - DetailsShown} more");
        return $"{noun}{(link.Details.Length == 1 ? "" : "s")} {string.Join(", ", shown)}";
    }

    private static string Word(InventoryState state) => state switch
    {
        InventoryState.Elsewhere => "in another repository",
        InventoryState.MissingArtifact => "nothing makes its artifact",
        InventoryState.MissingPath => "path missing",
        InventoryState.TooDeep => "too deep to follow",
        InventoryState.OverBudget => "too much to build",
        _ => "not known",
    };
}
