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

    public static TheoryData<int, string> Cases()
    {
        var cases = new TheoryData<int, string>();
        for (var i = 0; i < Rules.Length; i++)
            cases.Add(i, $"{Rules[i].Text("kind")}: {Rules[i].Text("rule")}");
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rule_refuses_one_value_and_takes_another(int index, string rule)
    {
        Assert.Equal([Rules[index].Text("message") ?? rule], Validate(Rules[index], "flagged"));
        Assert.Empty(Validate(Rules[index], "clean"));
    }

    /// <summary>Rules of whole objects stand at the root of the schema, all others at a field.</summary>
    private static IEnumerable<string> Validate(YamlMapping rule, string value)
    {
        var isWhole = rule.Mapping(value)?.Contains("metadata") == true;
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
}
