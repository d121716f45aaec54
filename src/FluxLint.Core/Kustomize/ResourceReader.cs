using FluxLint.Syntax;

namespace FluxLint.Kustomize;

/// <summary>Reads the Kubernetes objects of a manifest file as kustomize does: empty documents are skipped, lists are flattened.</summary>
internal static class ResourceReader
{
    public static IEnumerable<Resource> Read(YamlTree tree, Layer layer)
    {
        layer.HasGaps |= tree.IsBroken;
        foreach (var document in tree.Documents)
        {
            if (document.Expanded is not { } root)
                continue;
            // What is left of a broken file may look like anything: that it is broken is what has to be mended.
            if (tree.IsBroken && (root is not YamlMapping mapping || Missing(mapping) is not null))
                continue;
            foreach (var resource in Read(root, layer))
                yield return resource;
        }
    }

    private static IEnumerable<Resource> Read(YamlNode root, Layer layer)
    {
        if (root is not YamlMapping mapping)
        {
            layer.Report(BuildProblemKind.Refused, root, "a Kubernetes object is expected here: a mapping with apiVersion, kind and metadata");
            return [];
        }
        if (mapping.Text("kind") is { } list && list.EndsWith("List", StringComparison.Ordinal) && mapping.Sequence("items") is { } items)
            return items.Items.SelectMany(item => Read(item, layer));
        if (Missing(mapping) is { } missing)
        {
            layer.Report(BuildProblemKind.Refused, mapping.Entries is [var first, ..] ? first.Key : mapping, $"this object has no {missing}, so kustomize refuses it");
            return [];
        }
        return [Resource.Of(WithTextAnnotations(mapping))];
    }

    /// <summary>Kustomize reads annotation values as the text they are written with, and drops an empty <c>annotations</c>.</summary>
    public static YamlMapping WithTextAnnotations(YamlMapping root)
    {
        if (root.Mapping("metadata") is not { } metadata || metadata.Mapping("annotations") is not { } annotations)
            return root;
        if (annotations.Entries.IsEmpty)
            return root.With("metadata", metadata.Without("annotations"));
        var isText = annotations.Entries.All(entry => entry.Value is not YamlScalar { Kind: not ScalarKind.String });
        return isText ? root : root.With("metadata", metadata.With("annotations", annotations.WithEntries([.. annotations.Entries.Select(AsText)])));
    }

    private static YamlEntry AsText(YamlEntry entry) => entry.Value is YamlScalar { Kind: not ScalarKind.String } scalar
        ? entry with { Value = YamlScalar.Create(scalar.Value, scalar.Location).WithDerivation(scalar.Derivation) }
        : entry;

    private static string? Missing(YamlMapping root) =>
        root.Text("kind") is null ? "kind"
        : root.Mapping("metadata") is not { } metadata ? "metadata"
        : metadata.Text("name") is null ? "metadata.name"
        : null;
}
