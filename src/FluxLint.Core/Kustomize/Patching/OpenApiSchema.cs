using System.Collections.Concurrent;
using System.Collections.Immutable;
using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Patching;

/// <summary>An OpenAPI document that takes the place of the one kustomize carries: which lists of which kinds are merged, and by which keys. Safe on many threads.</summary>
internal sealed class OpenApiSchema
{
    /// <summary>The document that kustomize carries.</summary>
    public static readonly OpenApiSchema BuiltIn = new(null);

    private readonly YamlMapping? definitions;
    private readonly Dictionary<VersionedKind, YamlMapping> kinds = [];
    private readonly ConcurrentDictionary<VersionedKind, MergeSchema?> read = new();

    private OpenApiSchema(YamlMapping? definitions)
    {
        this.definitions = definitions;
        foreach (var definition in definitions?.Entries.Select(entry => entry.Value).OfType<YamlMapping>() ?? [])
        {
            foreach (var type in definition.Sequence("x-kubernetes-group-version-kind")?.Items.OfType<YamlMapping>() ?? [])
                kinds.TryAdd(new(ApiVersion(type), type.Text("kind") ?? ""), definition);
        }
    }

    /// <summary>Reads a document; anything that is none knows no kinds.</summary>
    public static OpenApiSchema Read(YamlTree tree) =>
        new(tree.RootMapping?.Mapping("definitions") ?? new YamlMapping(tree.Source, default, []));

    /// <summary>The merge keys of a kind; null when the document does not have it.</summary>
    public MergeSchema? MergeKeysOf(string apiVersion, string kind) => definitions is null
        ? MergeKeys.Of(apiVersion, kind)
        : read.GetOrAdd(new(apiVersion, kind), key => kinds.TryGetValue(key, out var definition) ? Schema(definition, []) ?? MergeSchema.Object() : null);

    private static string ApiVersion(YamlMapping type) =>
        type.Text("group") is { Length: > 0 } group ? $"{group}/{type.Text("version")}" : type.Text("version") ?? "";

    private MergeSchema? Schema(YamlNode? node, ImmutableHashSet<string> above)
    {
        if (node is not YamlMapping schema)
            return null;
        // A type that holds itself merges plainly from there on.
        if (schema.Text("$ref") is { } reference)
            return above.Contains(reference) ? null : Schema(definitions?[reference[(reference.LastIndexOf('/') + 1)..]], above.Add(reference));
        if (schema.Contains("items"))
            return List(schema, Schema(schema["items"], above));
        if (schema.Mapping("properties") is { } properties)
        {
            var fields = properties.Entries
                .Select(entry => (Name: entry.Name ?? "", Schema: Schema(entry.Value, above)))
                .Where(field => field.Schema is not null).OfType<(string Name, MergeSchema Schema)>().ToArray();
            return fields.Length == 0 ? null : MergeSchema.Object(fields);
        }
        return Schema(schema["additionalProperties"], above) is { } values ? MergeSchema.MapOf(values) : null;
    }

    private static MergeSchema? List(YamlMapping schema, MergeSchema? items)
    {
        if (schema.Text("x-kubernetes-patch-strategy")?.Split(',').Contains("merge") != true)
            return items is null ? null : MergeSchema.ReplacedList(items);
        ImmutableArray<string> keys = [.. schema.Sequence("x-kubernetes-list-map-keys")?.Items.OfType<YamlScalar>().Select(key => key.Value) ?? []];
        if (keys.IsEmpty && schema.Text("x-kubernetes-patch-merge-key") is { } single)
            keys = [single];
        return keys.IsEmpty ? MergeSchema.ValueList : MergeSchema.KeyedList(items, keys);
    }
}
