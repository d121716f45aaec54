using FluxLint.Syntax;

namespace FluxLint.Kustomize;

/// <summary>Takes documents of manifests and patches apart as kustomize does: empty ones are skipped, and a kind that ends in <c>List</c> stands for its items.</summary>
internal static class ResourceDocuments
{
    /// <summary>The objects in a node.</summary>
    /// <param name="root">A document, or an item of a list.</param>
    /// <param name="refuse">Hears of a list whose items are none.</param>
    public static IEnumerable<YamlNode> Flatten(YamlNode root, Action<YamlNode, string> refuse)
    {
        if (IsEmpty(root))
            return [];
        if (root is not YamlMapping mapping || !IsList(mapping) || mapping["items"] is not { } items)
            return [root];
        if (items is YamlSequence sequence)
            return sequence.Items.SelectMany(item => Flatten(item, refuse));
        if (items is not YamlScalar { IsNull: true })
            refuse(items, $"the items of a {mapping.Text("kind")} must be a list, and are {KustomizationFields.Describe(items)}");
        return [];
    }

    /// <summary>Whether the kind of an object says that it is a list; such an object needs no name.</summary>
    public static bool IsList(YamlMapping mapping) => mapping.Text("kind") is { } kind && kind.EndsWith("List", StringComparison.Ordinal);

    private static bool IsEmpty(YamlNode node) => node is YamlScalar { IsNull: true } or YamlMapping { Entries: [] } or YamlSequence { Items: [] };
}
