using FluxLint.SchemaStore;
using FluxLint.Schemas;
using FluxLint.Syntax;
using FluxLint.Text;
using Store = FluxLint.Schemas.SchemaStore;

namespace FluxLint.Core.Tests.Schemas;

/// <summary>What the tool packs comes out as it went in, whatever the order of the releases.</summary>
public sealed class StoreWriterTests : IDisposable
{
    private const string First = """
        {
          "paths": {
            "/apis/example.org/v1/namespaces/{namespace}/trees": { "post": { "x-kubernetes-group-version-kind": { "group": "example.org", "version": "v1", "kind": "Tree" } } },
            "/apis/example.org/v1/woods": { "post": { "x-kubernetes-group-version-kind": { "group": "example.org", "version": "v1", "kind": "Wood" } } }
          },
          "definitions": {
            "org.example.v1.Node": {
              "description": "words", "type": "object", "required": ["name"],
              "properties": { "name": { "type": "string" }, "children": { "type": "array", "items": { "$ref": "#/definitions/org.example.v1.Node" } } }
            },
            "org.example.v1.Tree": {
              "type": "object",
              "properties": { "spec": { "$ref": "#/definitions/org.example.v1.Node" }, "height": { "type": "integer", "format": "int32", "minimum": 1.5, "enum": [2, 3], "default": 2 } },
              "default": { "spec": { "name": "1", "children": [{ "name": "leaf" }] }, "height": 3 },
              "x-kubernetes-validations": [
                { "rule": "has(self.height)", "message": "trees have a height" },
                { "rule": "self.height > 1", "messageExpression": "'only ' + string(self.height)" },
                { "rule": "self.height >= oldSelf.height" }
              ],
              "x-kubernetes-group-version-kind": [{ "group": "example.org", "version": "v1", "kind": "Tree" }]
            },
            "org.example.v1.Wood": {
              "type": "object",
              "properties": { "tree": { "$ref": "#/definitions/org.example.v1.Node" } },
              "x-kubernetes-group-version-kind": [{ "group": "example.org", "version": "v1", "kind": "Wood" }]
            },
            "org.example.v1.List": { "x-kubernetes-group-version-kind": [{ "group": "example.org", "version": "v1", "kind": "TreeList" }] }
          }
        }
        """;

    private readonly string directory = Directory.CreateTempSubdirectory("store").FullName;

    [Fact]
    public void Kinds_that_can_be_created_are_there_with_their_scope()
    {
        var store = Write(("1.1", First));

        Assert.Equal(["example.org"], store.Groups);
        Assert.Equal(["Tree", "Wood"], store.KindsOf("example.org").Select(kind => kind.Kind));
        Assert.Equal([ResourceScope.Namespaced, ResourceScope.Cluster], store.KindsOf("example.org").Select(kind => kind.Stored.Scope));
    }

    [Fact]
    public void Schemas_that_lead_back_to_themselves_come_out_as_they_went_in()
    {
        var schema = Write(("1.1", First)).Find("example.org", "Tree")?.Find("v1")?.At(0)?.Schema?.Value;
        var node = schema?.Property("spec");

        Assert.Equal(["name"], node?.Required);
        Assert.Same(node, node?.Property("children")?.Items);
        Assert.Equal((1.5, "int32"), (schema?.Property("height")?.Limits?.Minimum, schema?.Property("height")?.Limits?.Format));
        Assert.Equal(["2", "3"], schema?.Property("height")?.Enum.Select(value => value.ToString()));
    }

    [Fact]
    public void Defaults_come_out_as_they_went_in()
    {
        var schema = Write(("1.1", First)).Find("example.org", "Tree")?.Find("v1")?.At(0)?.Schema?.Value;
        var expected = YamlTree.Parse(SourceText.From("default.yaml", """{ spec: { name: "1", children: [{ name: leaf }] }, height: 3 }""")).RootMapping;

        Assert.True(YamlNode.DataEquals(Assert.IsType<YamlMapping>(expected), Assert.IsType<YamlMapping>(schema?.Default)));
        Assert.Equal("2", schema.Property("height")?.Default?.ToString());
        Assert.False(schema.Property("spec")?.HasDefault);
    }

    [Fact]
    public void Rules_come_out_as_they_went_in_but_for_those_of_changes() =>
        Assert.Equal(
            [("has(self.height)", "trees have a height", null), ("self.height > 1", null, "'only ' + string(self.height)")],
            Write(("1.1", First)).Find("example.org", "Tree")?.Find("v1")?.At(0)?.Schema?.Value.Rules.Select(rule => (rule.Written, rule.WrittenMessage, rule.MessageExpression)));

    [Fact]
    public void Releases_that_say_the_same_share_a_span()
    {
        var changed = First.Replace("\"name\": { \"type\": \"string\" }", "\"name\": { \"type\": \"integer\" }", StringComparison.Ordinal);
        var spans = Write(("1.1", First), ("1.2", First), ("1.3", changed)).Find("example.org", "Tree")?.Find("v1")?.Spans;

        Assert.Equal([(0, 1), (2, 2)], spans?.Select(span => (span.First, span.Last)));
    }

    [Fact]
    public void The_order_of_releases_makes_no_difference()
    {
        var changed = First.Replace("minimum", "maximum", StringComparison.Ordinal);
        Write(("1.1", First), ("1.2", changed), ("1.10", First));
        var forth = File.ReadAllBytes(StorePath);
        File.Delete(StorePath);
        Write(("1.10", First), ("1.1", First), ("1.2", First), ("1.2", changed));

        Assert.Equal(forth, File.ReadAllBytes(StorePath));
    }

    [Fact]
    public void What_only_Go_always_writes_is_not_required()
    {
        var document = First.Replace("org.example.v1.Node", "org.example.v1beta1.Node", StringComparison.Ordinal);

        Assert.Empty(Write(("1.1", document)).Find("example.org", "Tree")?.Find("v1")?.At(0)?.Schema?.Value.Property("spec")?.Required ?? ["missing"]);
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private string StorePath => Path.Combine(directory, "test.store");

    private Store Write(params (string Release, string Document)[] releases)
    {
        foreach (var (release, document) in releases)
        {
            var file = Path.Combine(directory, "swagger.json");
            File.WriteAllText(file, document);
            var content = File.Exists(StorePath) ? StoreContent.Read(StorePath) : new StoreContent();
            content.Remove(Version.Parse(release));
            foreach (var kind in OpenApiDocument.Read(file))
                content.Add(Version.Parse(release), kind);
            File.WriteAllBytes(StorePath, StoreWriter.Write(content));
        }
        return Store.Read(() => File.OpenRead(StorePath));
    }
}
