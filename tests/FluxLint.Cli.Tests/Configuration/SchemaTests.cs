using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluxLint.Cli.Tests.Commands;
using FluxLint.Cli.Tests.Packaging;
using FluxLint.Syntax;
using FluxLint.Testing;
using FluxLint.Text;
using Json.Schema;

namespace FluxLint.Cli.Tests.Configuration;

/// <summary>The JSON Schema of fluxlint.yaml takes what the reader takes, and refuses what it refuses.</summary>
public sealed partial class SchemaTests
{
    private static readonly string Committed = Path.Combine(SourceTree.Root, "docs", "fluxlint.schema.json");

    [Fact]
    public async Task Schema_beside_the_reference_is_the_one_that_is_printed()
    {
        var printed = (await CommandRun.Of(SourceTree.Root, "config", "schema")).Output;
        if (Blessing.IsOn)
            File.WriteAllText(Committed, printed);

        Assert.Equal(printed, File.ReadAllText(Committed).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_configuration_of_ours_is_valid()
    {
        var pages = new[] { "README.md", "docs/configuration.md" }
            .SelectMany(page => Block().Matches(File.ReadAllText(Path.Combine(SourceTree.Root, page)).ReplaceLineEndings("\n")).Select(match => (Name: page, Text: match.Groups[1].Value)))
            .Where(block => IsConfiguration(block.Text));
        var files = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "tests"), "fluxlint.yaml", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => (Name: file, Text: File.ReadAllText(file)));
        var cases = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "tests", "FluxLint.Rules.Tests", "Cases"), "*.yaml", SearchOption.AllDirectories)
            // What is wrong on purpose is a case of the rule on what is wrong.
            .Where(file => !file.Contains("InvalidConfiguration", StringComparison.Ordinal) && !file.EndsWith(".fixed.yaml", StringComparison.Ordinal))
            .SelectMany(file => Configurations(File.ReadAllText(file).ReplaceLineEndings("\n")).Select(text => (Name: file, Text: text)));
        var all = pages.Concat(files).Concat(cases).ToList();

        Assert.True(all.Count > 40, $"only {all.Count} configurations are found");
        Assert.Empty(all.Where(configuration => !IsValid(configuration.Text)).Select(configuration => $"{configuration.Name}:\n{configuration.Text}"));
    }

    [Theory]
    [InlineData("presets: strict")]
    [InlineData("preset: strickt")]
    [InlineData("preset: 3")]
    [InlineData("preset: [strict]")]
    [InlineData("flux: \"2.8\"")]
    [InlineData("flux: { versoin: \"2.8\" }")]
    [InlineData("kubernetes: { version: latest }")]
    [InlineData("clusters: { class: a }")]
    [InlineData("clusters: [a]")]
    [InlineData("clusters: [{ paths: [a] }]")]
    [InlineData("clusters: [{ class: a }]")]
    [InlineData("clusters: [{ class: a, paths: [] }]")]
    [InlineData("clusters: [{ class: a, paths: [~] }]")]
    [InlineData("clusters: [{ class: a, paths: [c], require: [d] }]")]
    [InlineData("clusters: [{ class: a, paths: [c], allowChartRanges: sometimes }]")]
    [InlineData("sources: [{ url: https://example.com/apps }]")]
    [InlineData("provides: [apps]")]
    [InlineData("provides: { namespace: [apps] }")]
    [InlineData("provides: { secrets: [vault-vars] }")]
    [InlineData("namespaces: [{ namespace: a }]")]
    [InlineData("namespaces: [{ namespace: a, kinds: }]")]
    [InlineData("namespaces: [{ kinds: [Pod] }]")]
    [InlineData("namespaces: [{ kinds: [Pod], namespace: My_Space }]")]
    [InlineData("rules: { FLX3099: error }")]
    [InlineData("rules: { FLX4: error, FLXX: off }")]
    [InlineData("rules: { FLX3001: none }")]
    [InlineData("rules: { FLX3001: }")]
    [InlineData("rules: { FLX3001: { profile: restricted } }")]
    [InlineData("rules: { FLX7006: { profile: relaxed } }")]
    [InlineData("rules: { FLX3: { profile: restricted } }")]
    [InlineData("overrides: [{ rules: { FLX3001: off } }]")]
    [InlineData("overrides: [{ paths: [a], rules: { FLX7006: { profile: restricted } } }]")]
    [InlineData("suppressions: [{ rules: [FLX3001], reason: why }]")]
    [InlineData("suppressions: [{ rules: [FLX3099], paths: [a], reason: why }]")]
    [InlineData("suppressions: [{ rules: [FLX3001], paths: [a], reason: why, until: soon }]")]
    [InlineData("- preset: strict")]
    public async Task What_is_refused_by_the_schema_is_refused_by_the_reader(string text)
    {
        using var repository = new SmallRepository();
        repository.Write("fluxlint.yaml", text).Write("a", "").Write("c/x.yaml", "");

        var run = await CommandRun.Of(repository.Root, "lint", "-o", "short", "--no-cache");

        Assert.False(IsValid(text));
        Assert.Contains("FLX0008", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("clusters:\nrules:\nflux:\npreset:\n")]
    [InlineData("flux: { version: 2.8 }\nkubernetes: { version: v1.30.2 }")]
    [InlineData("provides: { secrets: [], crds: }")]
    [InlineData("rules: { FLX: info, FLX3: warning, FLX300: { severity: off }, FLX3001: error, unreferenced-file: off }")]
    [InlineData("rules: { FLX7006: { severity: error, profile: restricted, exemptNamespaces: [] } }")]
    public async Task What_is_taken_by_the_schema_is_taken_by_the_reader(string text)
    {
        using var repository = new SmallRepository();
        repository.Write("fluxlint.yaml", text);

        var run = await CommandRun.Of(repository.Root, "lint", "-o", "short", "--no-cache");

        Assert.True(IsValid(text));
        Assert.DoesNotContain("FLX0008", run.Output, StringComparison.Ordinal);
    }

    private static bool IsValid(string text)
    {
        var root = YamlTree.Parse(SourceText.From("fluxlint.yaml", text)).Documents is [{ Root: { } node }, ..] ? Json(node) : null;
        return Schema.Value.Evaluate(root).IsValid;
    }

    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchema.FromText(File.ReadAllText(Committed)));

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Name ?? "", Json(entry.Value)))),
        YamlSequence sequence => new JsonArray([.. sequence.Items.Select(Json)]),
        YamlScalar { IsNull: true } => null,
        YamlScalar { Kind: ScalarKind.Boolean } scalar => JsonValue.Create(scalar.CanonicalValue == "true"),
        YamlScalar { IsNumber: true } scalar => JsonValue.Create(double.Parse(scalar.CanonicalValue, CultureInfo.InvariantCulture)),
        YamlScalar scalar => JsonValue.Create(scalar.Value),
        _ => throw new NotSupportedException(),
    };

    private static bool IsConfiguration(string text) =>
        Root(text) is { } root && root.Entries.All(entry => FluxLint.Configuration.ConfigurationKeys.Root.Keys.Any(key => key.Name == entry.Name));

    private static YamlMapping? Root(string text) => YamlTree.Parse(SourceText.From("fluxlint.yaml", text)) is { IsBroken: false, RootMapping: { Entries.Length: > 0 } root } ? root : null;

    /// <summary>The parts of a case that are files of that name, without markers.</summary>
    private static IEnumerable<string> Configurations(string text) => text.Split("# file: ")
        .Where(part => part.StartsWith("fluxlint.yaml\n", StringComparison.Ordinal))
        .Select(part => string.Join('\n', part.Split('\n').Skip(1).Where(line => !line.StartsWith("#~", StringComparison.Ordinal))))
        .Select(part => part.Split("\n---\n")[0]);

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
