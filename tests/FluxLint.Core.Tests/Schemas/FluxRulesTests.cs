using System.Runtime.CompilerServices;
using FluxLint.Kustomize;
using FluxLint.Schemas;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Schemas;

/// <summary>The rules of Flux's own definitions, each with what it refuses and what it takes.</summary>
public sealed class FluxRulesTests
{
    private static readonly YamlMapping[] Rules = [.. Read()];
    private static readonly (string Name, Schema Schema)[] Stored = [.. Find()];

    public static TheoryData<int, string> Cases()
    {
        var cases = new TheoryData<int, string>();
        for (var i = 0; i < Rules.Length; i++)
            cases.Add(i, Name(Rules[i]));
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rule_refuses_one_value_and_takes_another(int index, string rule)
    {
        Assert.Equal([Rules[index].Text("message") ?? rule], Validate(Rules[index], "flagged"));
        Assert.Empty(Validate(Rules[index], "clean"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Store_has_the_rule(int index, string rule)
    {
        var stored = Stored.Where(stored => stored.Name == rule).Select(stored => stored.Schema).ToList();

        Assert.NotEmpty(stored);
        foreach (var schema in stored)
        {
            // The values have what the rule looks at, and may lack what else the schema asks for.
            Assert.Contains(Rules[index].Text("message") ?? rule, Validate(Rules[index], "flagged", schema));
            Assert.DoesNotContain(Rules[index].Text("message") ?? rule, Validate(Rules[index], "clean", schema));
        }
    }

    [Fact]
    public void Every_rule_of_the_stores_is_tried() => Assert.Empty(Stored.Select(stored => stored.Name).Except(Rules.Select(Name)));

    private static IEnumerable<string> Validate(YamlMapping rule, string value, Schema stored)
    {
        var node = Assert.IsType<YamlNode>(rule[value], exactMatch: false);
        if (IsWhole(rule, value))
            return SchemaValidator.Validate(Resource.Of((YamlMapping)node), stored).Select(problem => problem.Message);
        var root = new Schema { Properties = new() { ["value"] = new Slot(stored) } };
        return SchemaValidator.Validate(Resource.Of(Wrap("value", node)), root).Select(problem => problem.Message.Replace("'value': ", "", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Name, Schema Schema)> Find()
    {
        foreach (var store in new[] { SchemaStores.Flux, SchemaStores.FluxOperator })
        {
            foreach (var (kind, stored) in store.Groups.SelectMany(store.KindsOf))
            {
                foreach (var schema in stored.Versions.SelectMany(version => version.Schemas).SelectMany(Parts).Distinct())
                {
                    foreach (var rule in schema.Rules)
                        yield return ($"{kind}: {rule.Written}", schema);
                }
            }
        }
    }

    private static IEnumerable<Schema> Parts(Schema schema) =>
        schema.PropertyNames.Select(schema.Property).Append(schema.Items).Append(schema.AdditionalProperties).OfType<Schema>().SelectMany(Parts).Prepend(schema);

    private static string Name(YamlMapping rule) => $"{rule.Text("kind")}: {rule.Text("rule")}";

    private static bool IsWhole(YamlMapping rule, string value) => rule.Mapping(value)?.Contains("metadata") == true;

    /// <summary>Rules of whole objects stand at the root of the schema, all others at a field.</summary>
    private static IEnumerable<string> Validate(YamlMapping rule, string value)
    {
        var isWhole = IsWhole(rule, value);
        var schema = Assert.IsType<YamlMapping>(rule["schema"]).With("x-kubernetes-validations", new YamlSequence(rule.Source, rule.Span, [rule]));
        var root = isWhole ? schema : Wrap("properties", Wrap("value", schema));
        var node = Assert.IsType<YamlNode>(rule[value], exactMatch: false);
        var resource = Resource.Of(isWhole ? (YamlMapping)node : Wrap("value", node));

        return SchemaValidator.Validate(resource, SchemaReader.Read(root, SchemaSource.Plain)).Select(problem => problem.Message.Replace("'value': ", "", StringComparison.Ordinal));
    }

    private static YamlMapping Wrap(string name, YamlNode value) => new YamlMapping(value.Source, value.Span, []).With(name, value);

    private static IEnumerable<YamlMapping> Read([CallerFilePath] string path = "")
    {
        var file = Path.ChangeExtension(path, null).Replace("FluxRulesTests", "FluxRules.yaml", StringComparison.Ordinal);
        var tree = YamlTree.Parse(SourceText.From("FluxRules.yaml", File.ReadAllText(file)));
        return Assert.IsType<YamlSequence>(tree.Documents[0].Root).Items.OfType<YamlMapping>();
    }

    private sealed class Slot(Schema schema) : SchemaSlot
    {
        public override Schema Value => schema;
    }
}
