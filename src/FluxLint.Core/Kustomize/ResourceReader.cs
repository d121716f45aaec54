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
            foreach (var node in ResourceDocuments.Flatten(root, (items, message) => layer.Report(BuildProblemKind.Refused, items, message)))
            {
                if (Read(node, layer) is { } resource)
                    yield return resource;
            }
        }
    }

    private static Resource? Read(YamlNode root, Layer layer)
    {
        if (root is not YamlMapping mapping)
        {
            layer.Report(BuildProblemKind.Refused, root, "a Kubernetes object is expected here: a mapping with apiVersion, kind and metadata");
            return null;
        }
        if (Missing(mapping) is { } missing)
        {
            layer.Report(BuildProblemKind.Refused, mapping.Entries is [var first, ..] ? first.Key : mapping, $"this object has no {missing}, so kustomize refuses it");
            return null;
        }
        if (mapping.At("metadata", "annotations") is YamlSequence { Items: [_, ..] } list)
        {
            layer.Report(BuildProblemKind.Refused, list, "annotations are a mapping, and this is a list");
            return null;
        }
        // Of a list without items kustomize makes an object with metadata of its own.
        if (!mapping.Contains("metadata"))
            mapping = mapping.With("metadata", mapping.WithEntries([]));
        return Resource.Of(WithTextAnnotations(mapping));
    }

    /// <summary>
    /// Kustomize reads annotations as a map of text: values are the text they are written with, a collection among them is empty text, and
    /// what is empty or no mapping is dropped.
    /// </summary>
    public static YamlMapping WithTextAnnotations(YamlMapping root)
    {
        if (root.Mapping("metadata") is not { } metadata || metadata["annotations"] is not { } present)
            return root;
        if (present is not YamlMapping { Entries: [_, ..] } annotations)
            return root.With("metadata", metadata.Without("annotations"));
        var isText = annotations.Entries.All(entry => entry.Value is YamlScalar { Kind: ScalarKind.String });
        return isText ? root : root.With("metadata", metadata.With("annotations", annotations.WithEntries([.. annotations.Entries.Select(AsText)])));
    }

    private static YamlEntry AsText(YamlEntry entry) => entry.Value switch
    {
        YamlScalar { Kind: ScalarKind.String } => entry,
        YamlScalar scalar => entry with { Value = YamlScalar.Create(scalar.Value, scalar.Location).WithDerivation(scalar.Derivation) },
        var collection => entry with { Value = YamlScalar.Create("", collection.Location).WithDerivation(collection.Derivation) },
    };

    private static string? Missing(YamlMapping root) =>
        root.Text("kind") is null ? "kind"
        : ResourceDocuments.IsList(root) ? null
        : root.Mapping("metadata") is not { } metadata ? "metadata"
        : metadata.Text("name") is null or "" ? "metadata.name"
        : null;
}
