using System.Text.Json.Nodes;
using FluxLint.Schemas;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.SchemaStore;

/// <summary>The OpenAPI document of a release of Kubernetes (<c>api/openapi-spec/swagger.json</c>): the kinds that can be created, and where they live.</summary>
internal static class OpenApiDocument
{
    private const string TypesKey = "x-kubernetes-group-version-kind";

    public static IEnumerable<DefinedVersion> Read(string path)
    {
        var document = JsonNode.Parse(File.ReadAllText(path))?.AsObject() ?? throw new InvalidDataException($"{path} holds no OpenAPI document");
        var scopes = Scopes(document);
        var definitions = document["definitions"]?.AsObject() ?? [];
        foreach (var (name, definition) in definitions)
        {
            if (definition is not JsonObject schema)
                continue;
            RequiredFields.Correct(name, schema);
            FieldChoices.Correct(name, schema);
            MergeKeys.Correct(schema);
        }
        var text = new JsonObject { ["definitions"] = definitions.DeepClone() }.ToJsonString();
        var root = YamlTree.Parse(SourceText.From(path, text)).RootMapping ?? throw new InvalidDataException($"{path} holds no mapping");
        var source = new DocumentSource(root);
        return from entry in root.Mapping("definitions")?.Entries ?? []
               let schema = entry.Value as YamlMapping
               where schema is not null
               from type in schema.Sequence(TypesKey)?.Items.OfType<YamlMapping>() ?? []
               let name = (Group: type.Text("group") ?? "", Version: type.Text("version") ?? "", Kind: type.Text("kind") ?? "")
               where scopes.ContainsKey(name)
               select new DefinedVersion(name.Group, name.Kind, name.Version, scopes[name], VersionState.Served, SchemaReader.Read(schema, source));
    }

    private static Dictionary<(string Group, string Version, string Kind), ResourceScope> Scopes(JsonObject document)
    {
        var scopes = new Dictionary<(string, string, string), ResourceScope>();
        foreach (var (path, operations) in document["paths"]?.AsObject() ?? [])
        {
            if (operations?["post"]?[TypesKey] is JsonObject type)
                scopes[(Text(type, "group"), Text(type, "version"), Text(type, "kind"))] = path.Contains("/{namespace}/", StringComparison.Ordinal) ? ResourceScope.Namespaced : ResourceScope.Cluster;
        }
        return scopes;
    }

    private static string Text(JsonObject node, string name) => node[name]?.GetValue<string>() ?? "";
}
