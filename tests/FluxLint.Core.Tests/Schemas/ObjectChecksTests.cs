using System.Runtime.CompilerServices;
using FluxLint.Kustomize;
using FluxLint.Schemas;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Schemas;

/// <summary>What holds of all checks of built-in kinds. The cases of invalid-object show what each finds.</summary>
public sealed class ObjectChecksTests
{
    private const int Mebibyte = 1024 * 1024;

    [Theory]
    [InlineData("kind: ConfigMap", "data", "x", Mebibyte, false)]
    [InlineData("kind: ConfigMap", "data", "x", Mebibyte + 1, true)]
    [InlineData("kind: ConfigMap", "data", "é", Mebibyte / 2, false)]
    [InlineData("kind: ConfigMap", "data", "é", (Mebibyte / 2) + 1, true)]
    [InlineData("kind: ConfigMap", "binaryData", "eHh4", Mebibyte / 3, false)]
    [InlineData("kind: Secret", "data", "eHh4", (Mebibyte / 3) + 1, true)]
    [InlineData("kind: Secret", "stringData", "x", Mebibyte, false)]
    public void Data_has_a_mebibyte(string kind, string field, string part, int times, bool isRefused)
    {
        var root = Assert.Single(Parse($"apiVersion: v1\n{kind}\nmetadata: {{name: large}}\n{field}: {{key: \"{string.Concat(Enumerable.Repeat(part, times))}\"}}\n"));

        var problems = SchemaProblem.BeyondSchema(Resource.Of(root));

        Assert.Equal(isRefused, problems.Any());
    }

    [Fact]
    public void A_variable_in_the_place_of_anything_right_is_not_judged()
    {
        var judged = new List<string>();
        foreach (var root in Cases().Where(root => !SchemaProblem.BeyondSchema(Resource.Of(root)).Any()))
        {
            foreach (var changed in Changed(root, Value("${variable}")).Concat(Renamed(root, Value("${variable}"))).OfType<YamlMapping>())
                judged.AddRange(SchemaProblem.BeyondSchema(Resource.Of(changed)).Select(problem => $"{root.At("metadata", "name")}: {problem.Message}"));
        }

        Assert.True(judged.Count == 0, string.Join("\n", judged.Distinct()));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("''")]
    [InlineData("-1")]
    [InlineData("[a, null, {}]")]
    [InlineData("{a: 1, null: 2, [b]: 3}")]
    [InlineData("&a [*a]")]
    public void Nothing_in_the_place_of_anything_stops_a_check(string value)
    {
        foreach (var changed in Cases().SelectMany(root => Changed(root, Value(value))).OfType<YamlMapping>())
            Assert.All(SchemaProblem.BeyondSchema(Resource.Of(changed)), problem => Assert.NotEmpty(problem.Message));
    }

    /// <summary>A tree with a value in the place of each of its nodes in turn.</summary>
    private static IEnumerable<YamlNode> Changed(YamlNode node, YamlNode value)
    {
        yield return value;
        if (node is YamlMapping mapping)
        {
            for (var i = 0; i < mapping.Entries.Length; i++)
            {
                foreach (var changed in Changed(mapping.Entries[i].Value, value))
                    yield return mapping.WithEntries(mapping.Entries.SetItem(i, mapping.Entries[i] with { Value = changed }));
            }
        }
        else if (node is YamlSequence sequence)
        {
            for (var i = 0; i < sequence.Items.Length; i++)
            {
                foreach (var changed in Changed(sequence.Items[i], value))
                    yield return sequence.WithItems(sequence.Items.SetItem(i, changed));
            }
        }
    }

    /// <summary>A tree with a key in the place of each of its keys in turn.</summary>
    private static IEnumerable<YamlNode> Renamed(YamlNode node, YamlNode key)
    {
        if (node is YamlMapping mapping)
        {
            for (var i = 0; i < mapping.Entries.Length; i++)
            {
                yield return mapping.WithEntries(mapping.Entries.SetItem(i, mapping.Entries[i] with { Key = key }));
                foreach (var changed in Renamed(mapping.Entries[i].Value, key))
                    yield return mapping.WithEntries(mapping.Entries.SetItem(i, mapping.Entries[i] with { Value = changed }));
            }
        }
        else if (node is YamlSequence sequence)
        {
            for (var i = 0; i < sequence.Items.Length; i++)
            {
                foreach (var changed in Renamed(sequence.Items[i], key))
                    yield return sequence.WithItems(sequence.Items.SetItem(i, changed));
            }
        }
    }

    private static IEnumerable<YamlMapping> Cases() =>
        Directory.EnumerateFiles(Folder(), "*.yaml").Order(StringComparer.Ordinal).SelectMany(path => Parse(File.ReadAllText(path)));

    private static IEnumerable<YamlMapping> Parse(string text) => YamlTree.Parse(SourceText.From("a.yaml", text)).Documents.Select(document => document.Root).OfType<YamlMapping>();

    private static YamlNode Value(string text) => Assert.Single(Parse($"value: {text}\n"))["value"] ?? throw new InvalidOperationException();

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file) ?? "", "../../FluxLint.Rules.Tests/Cases/InvalidObject"));
}
