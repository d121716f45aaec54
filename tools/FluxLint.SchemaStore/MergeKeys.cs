using System.Text.Json.Nodes;

namespace FluxLint.SchemaStore;

/// <summary>
/// Lists whose items have keys. Where a document says so only to strategic merge, as those of older releases do, server-side apply goes by that
/// (kube-openapi, <c>pkg/schemaconv</c>).
/// </summary>
internal static class MergeKeys
{
    private const string ListType = "x-kubernetes-list-type";

    public static void Correct(JsonObject schema)
    {
        foreach (var (_, property) in schema["properties"]?.AsObject() ?? [])
        {
            if (property is not JsonObject list || list.ContainsKey(ListType) || list["x-kubernetes-patch-merge-key"]?.GetValue<string>() is not { } key)
                continue;
            list[ListType] = "map";
            list["x-kubernetes-list-map-keys"] = new JsonArray(JsonValue.Create(key));
        }
    }
}
