using CsCheck;
using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Output;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Flux.Substitution;

/// <summary>Flux substitutes in the text of a whole object. Whatever the object, the result here must be the same.</summary>
public sealed class WholeTextTests
{
    private static readonly Gen<string> Values = Choice(
        "a", "8080", "yes", "", "a: b", "[1, x]", "{a: 1}", "it's", "\"q\"", "a #b", "- a", "*", "${x}", "$", "#", "a:", "\\", "2024-01-01", "|", "~", "é");

    private static readonly Gen<string> Pieces = Choice(
        "${x}", "${y:=d e}", "${z}", "$${x}", "$x", "${x^^}", "${y/a/: }", "${z:=${x}}", "text", "b c", ": ", "it's", "\n", "#", "- ", "[", "{", "\\", "1", "é", "\t");

    [Fact]
    public void Random_object_is_substituted_as_its_text_is()
    {
        var inputs = Gen.Select(Pieces.Array[0, 5], Pieces.Array[1, 4], Pieces.Array[1, 4], Gen.Select(Values, Values));
        for (var seed = 0u; seed < 500; seed++)
        {
            var (key, value, item, (x, y)) = inputs.Generate(new PCG(seed, seed), null, out _);
            var difference = Difference(Random(key, value, item), Substitutions.Variables($"x={x}", $"y={y}"));
            Assert.True(difference is null, difference);
        }
    }

    [Fact]
    public void Object_of_a_real_repository_is_substituted_as_its_text_is()
    {
        var variables = Substitutions.Variables("CLUSTER_NAME=prod-1", "SECRET_DOMAIN=example.org", "TIMEZONE=Europe/Berlin", "APP=web", "x=1");

        var differences = string.Join('\n', RealRepositories.All.SelectMany(root => Resources(root).Select(resource => Difference(resource, variables))).Where(difference => difference is not null).Take(20));
        Assert.True(differences.Length == 0, differences);
    }

    private static Resource Random(string[] key, string[] value, string[] item)
    {
        var root = Substitutions.Object("").Root;
        var list = new YamlSequence(root.Source, root.Span, [Scalar(item), Scalar(value)]);
        var keyed = Scalar(["k", .. key.Where(piece => piece != "\n" && !piece.Contains('y'))]);
        return Resource.Of(root.With("value", new YamlMapping(root.Source, root.Span, [new(keyed, Scalar(value)), new(Scalar(["list"]), list)])));

        YamlScalar Scalar(string[] pieces) => YamlScalar.Create(string.Concat(pieces), root.Location);
    }

    private static Gen<string> Choice(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static IEnumerable<Resource> Resources(string root)
    {
        var repository = Repository.Load(new DiskFileSystem(root));
        return from path in repository.YamlFiles
               let tree = repository.Tree(path)
               where tree is { IsBroken: false }
               from document in tree.Documents
               let mapping = document.Expanded as YamlMapping
               where mapping?.Text("kind") is not null && mapping.Mapping("metadata") is not null
               let resource = Resource.Of(mapping)
               where !UnprintableValues.Of(resource).Any()
               select resource;
    }

    private static string? Difference(Resource resource, SubstitutionVariables variables)
    {
        var result = Substitutions.Apply(resource, variables);
        var text = ManifestWriter.Write([resource]);
        var template = Template.Of(text);
        var whole = template.Fault is null ? Parse(new TemplateEvaluator(variables).Evaluate(template)) : null;
        if (ReferenceEquals(result.Resource, resource) && result.Uses.IsEmpty && result.Problems.IsEmpty)
            return null;
        var isRefused = whole is null or { IsBroken: true } or { Documents.Length: not 1 };
        if (isRefused || !result.Problems.IsEmpty)
            return isRefused == !result.Problems.IsEmpty ? null : $"{resource.Location}: {(isRefused ? "not refused here" : result.Problems[0].Message)}\n{text}";
        var expected = whole?.RootMapping is { } root ? Collapse(ScalarRereading.Resolve(root)) : null;
        return YamlNode.DataEquals(Collapse(result.Resource.Root), expected) ? null : $"{resource.Location}: {Substitutions.Show(result.Resource.Root)}\nand not {Substitutions.Show(expected)}\n{text}";
    }

    // Unlike go-yaml, the parser here minds blank lines at the start of a block that are indented further than what follows it.
    private static YamlTree Parse(string text) =>
        YamlTree.Parse(SourceText.From("whole.yaml", string.Join('\n', text.Split('\n').Select(line => line.AsSpan().IsWhiteSpace() ? "" : line))));

    /// <summary>The data with every run of blanks as one: around nothing in the place of a variable their number hangs on where lines are broken.</summary>
    private static YamlNode Collapse(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.WithEntries([.. mapping.Entries.Select(entry => entry with { Value = Collapse(entry.Value) })]),
        YamlSequence sequence => sequence.WithItems([.. sequence.Items.Select(Collapse)]),
        YamlScalar { Kind: ScalarKind.String } text => YamlScalar.Create(string.Join(' ', text.CanonicalValue.Split(' ', StringSplitOptions.RemoveEmptyEntries)), text.Location),
        _ => node,
    };
}
