using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Fleet;

/// <summary>Says in words what is not known of a cluster, and so keeps rules silent.</summary>
internal static class KnownUnknowns
{
    /// <summary>What is not known of some clusters, one a line, with the number of clusters where that is more than one.</summary>
    public static string Of(IEnumerable<Cluster> clusters) =>
        string.Join('\n', clusters.SelectMany(Of).CountBy(unknown => unknown).Select(unknown => unknown.Value == 1 ? unknown.Key : $"{unknown.Key} ({unknown.Value} clusters)"));

    private static IEnumerable<string> Of(Cluster cluster) =>
        cluster.Inventories.Select(Describe).Concat(cluster.Early.Unread.Select(file => $"what '{file}' sets up before Flux")).OfType<string>().Prepend(cluster.IsGuessed ? "whether a cluster starts here" : null).OfType<string>().Distinct();

    private static string? Describe(Inventory inventory) => inventory.State switch
    {
        InventoryState.Built => inventory.Output?.Rendering is { HasGaps: true } rendering ? $"{Kinds(rendering)} of '{Directory(rendering.Directory)}'" : null,
        InventoryState.Elsewhere => $"what {inventory.Owner?.Id.Display} applies{To(inventory)}: it is in another repository",
        InventoryState.MissingArtifact => $"what {inventory.Owner?.Id.Display} applies{To(inventory)}: nothing makes its artifact",
        InventoryState.MissingPath => $"what {inventory.Owner?.Id.Display} applies{To(inventory)}: its path does not exist",
        InventoryState.TooDeep => $"what {inventory.Owner?.Id.Display} applies{To(inventory)}: the chain to it is too long",
        InventoryState.OverBudget => $"what {inventory.Owner?.Id.Display ?? $"'{Directory(inventory.Directory ?? "")}'"} applies{To(inventory)}: all builds together make too many objects",
        _ => $"what {inventory.Owner?.Id.Display} applies{To(inventory)}: its source, path or inputs are not known",
    };

    private static string Kinds(Rendering rendering) => rendering.Gaps switch
    {
        GapKinds.KnownDefinitions => $"definitions ({string.Join(", ", rendering.LackedGroups)})",
        GapKinds.Definitions or (GapKinds.Definitions | GapKinds.KnownDefinitions) => "definitions",
        GapKinds.Data => "ConfigMaps or Secrets",
        _ when !rendering.Gaps.HasFlag(GapKinds.Others) => "definitions, ConfigMaps or Secrets",
        _ => "objects",
    };

    private static string To(Inventory inventory) => ClusterGap.Target(inventory) is { } target ? $" to namespace '{target}'" : "";

    private static string Directory(string path) => path.Length == 0 ? "." : path;
}
