using FluxLint.Fleet;

namespace FluxLint.Reporting;

/// <summary>What JSON calls the words of the fleet.</summary>
internal static class FleetWords
{
    public static string ToWord(this InventoryState state) => state switch
    {
        InventoryState.Built => "built",
        InventoryState.Elsewhere => "elsewhere",
        InventoryState.MissingArtifact => "missing-artifact",
        InventoryState.MissingPath => "missing-path",
        InventoryState.TooDeep => "too-deep",
        InventoryState.OverBudget => "over-budget",
        _ => "unknown",
    };

    public static string ToWord(this OrderReason reason) => reason switch
    {
        OrderReason.DependsOn => "depends-on",
        OrderReason.Source => "source",
        OrderReason.Parent => "parent",
        OrderReason.Wait => "wait",
        OrderReason.HealthCheck => "health-check",
        OrderReason.Namespace => "namespace",
        OrderReason.Definition => "definition",
        _ => "sequence",
    };
}
