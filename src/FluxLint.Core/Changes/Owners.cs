using FluxLint.Fleet;

namespace FluxLint.Changes;

/// <summary>Names those who apply objects.</summary>
internal static class Owners
{
    /// <summary>The Flux object; empty for an entry point that nothing in the repository applies.</summary>
    public static string ToOwner(this Inventory inventory) => inventory.Owner?.ToString() ?? "";

    /// <summary>The same as people may see it.</summary>
    public static string ToShownOwner(this Inventory inventory) => inventory.Owner?.ShownName ?? "";
}
