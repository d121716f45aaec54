using System.Text;
using System.Text.Json;
using FluxLint.Cli.Tests.Packaging;
using FluxLint.Configuration;
using FluxLint.Syntax;
using FluxLint.Testing;
using FluxLint.Text;

namespace FluxLint.Cli.Tests.Configuration;

/// <summary>The reference page of the configuration has every key there is, with an example.</summary>
public sealed class ReferencePageTests
{
    private const string Marker = "<!-- generated from here on -->\n";

    private static readonly string Page = Path.Combine(SourceTree.Root, "docs", "configuration.md");

    [Fact]
    public void Reference_is_up_to_date()
    {
        var text = File.ReadAllText(Page).ReplaceLineEndings("\n");
        var expected = text[..(text.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length)] + Tables();
        if (Blessing.IsOn)
            File.WriteAllText(Page, expected);

        Assert.Equal(expected, File.ReadAllText(Page).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Every_key_of_the_schema_is_on_the_page_and_in_its_example()
    {
        var schema = (await Commands.CommandRun.Of(SourceTree.Root, "config", "schema")).Output;
        using var json = JsonDocument.Parse(schema);
        var keys = Keys(json.RootElement).ToHashSet(StringComparer.Ordinal);
        var text = File.ReadAllText(Page).ReplaceLineEndings("\n");
        var example = YamlTree.Parse(SourceText.From("fluxlint.yaml", text.Split("```yaml\n")[1].Split("```")[0]));
        var written = example.DescendantNodes().OfType<YamlMapping>().SelectMany(mapping => mapping.Entries.Select(entry => entry.Name));

        Assert.True(keys.Count > 25);
        Assert.All(keys, key => Assert.Contains($"| `{key}` |", text, StringComparison.Ordinal));
        Assert.Empty(keys.Except(written));
    }

    private static IEnumerable<string> Keys(JsonElement schema)
    {
        if (schema.TryGetProperty("properties", out var properties))
        {
            foreach (var property in properties.EnumerateObject())
            {
                foreach (var key in Keys(property.Value).Prepend(property.Name))
                    yield return key;
            }
        }
        if (schema.TryGetProperty("items", out var items))
        {
            foreach (var key in Keys(items))
                yield return key;
        }
    }

    private static string Tables()
    {
        var text = new StringBuilder();
        Write("fluxlint.yaml", ConfigurationKeys.Root);
        foreach (var key in ConfigurationKeys.Root.Keys)
        {
            if (Inner(key.Shape) is not { } mapping || key.Name == "kubernetes")
                continue;
            Write(key.Name == "flux" ? "`flux` and `kubernetes`" : key.Shape is ValueShape.List ? $"An entry of `{key.Name}`" : $"`{key.Name}`", mapping);
            foreach (var alike in mapping.Keys.Where(inner => Inner(inner.Shape) is not null).GroupBy(inner => Inner(inner.Shape)))
                Write($"{string.Join(" and ", alike.Select(inner => $"`{inner.Name}`"))} of an entry of `{key.Name}`", alike.Key ?? mapping);
        }
        return text.ToString();

        void Write(string title, ValueShape.Mapping mapping)
        {
            text.Append($"\n### {title}\n\n| key | type | default | what it decides |\n|---|---|---|---|\n");
            foreach (var key in mapping.Keys)
                text.Append($"| `{key.Name}` | {Type(key.Shape)} | {key.Default ?? (key.IsRequired ? "needed" : "")} | {key.Summary} |\n");
            if (!mapping.OneOf.IsEmpty)
                text.Append($"\nOne of {string.Join(", ", mapping.OneOf.Select(key => $"`{key}`"))} is needed.\n");
        }
    }

    private static ValueShape.Mapping? Inner(ValueShape shape) => shape switch
    {
        ValueShape.Mapping mapping => mapping,
        ValueShape.List list => Inner(list.Item),
        _ => null,
    };

    private static string Type(ValueShape shape) => shape switch
    {
        ValueShape.Text text => text.Kind,
        ValueShape.Version => "a version",
        ValueShape.Number => "a number or a quantity",
        ValueShape.Scalar => "a value",
        ValueShape.Switch => "`true` or `false`",
        ValueShape.Choice choice => string.Join(", ", choice.Words.Select(word => $"`{word}`")),
        ValueShape.Rule => "a rule",
        ValueShape.Rules { HaveOptions: true } => "a mapping of rules to severities, or to `severity` and the options that the page of the rule lists",
        ValueShape.Rules => "a mapping of rules to severities",
        ValueShape.List { Item: ValueShape.Mapping } => "a list of entries",
        ValueShape.List list => $"a list: {Type(list.Item)}",
        _ => "a mapping",
    };
}
