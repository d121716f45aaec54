using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Flux.Substitution;

/// <summary>Objects and variables as small texts.</summary>
internal static class Substitutions
{
    /// <summary>A ConfigMap <c>r.yaml</c> with what stands behind its metadata, which starts in line 4.</summary>
    public static Resource Object(string rest) => Read("r.yaml", $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: a}}\n{rest}");

    public static Resource Read(string path, string text) =>
        YamlTree.Parse(SourceText.From(path, text)).RootMapping is { } root ? Resource.Of(root) : throw new InvalidOperationException("no mapping");

    /// <summary>Variables, written as <c>NAME=value</c>; <c>NAME</c> alone has a value that is not known.</summary>
    public static SubstitutionVariables Variables(params string[] definitions) => SubstitutionVariables.Of(definitions.Select((definition, i) => Variable(definition, i)));

    public static SubstitutionVariable Variable(string definition, int line = 0)
    {
        var parts = definition.Split('=', 2);
        var source = SourceText.From("vars.yaml", string.Concat(Enumerable.Repeat("#\n", line)) + definition);
        var node = YamlScalar.Create(definition, new(source, new(2 * line, definition.Length)));
        return new(parts[0], parts.ElementAtOrDefault(1), node) { Place = Object("").PlaceOf(node) };
    }

    public static SubstitutionResult Apply(string rest, params string[] definitions) => Apply(Object(rest), Variables(definitions));

    public static SubstitutionResult Apply(Resource resource, SubstitutionVariables variables) => new Substituter().Apply(resource, variables) ?? new(resource, [], [], []);

    /// <summary>What is at <c>value</c> of an object.</summary>
    public static YamlNode? Value(this SubstitutionResult result) => result.Resource.Root["value"];

    /// <summary>A node in one line, with strings in quotes.</summary>
    public static string Show(YamlNode? node) => node switch
    {
        YamlMapping mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{Show(entry.Key)}: {Show(entry.Value)}"))}}}",
        YamlSequence sequence => $"[{string.Join(", ", sequence.Items.Select(Show))}]",
        YamlScalar { Kind: ScalarKind.String } text => $"\"{text.CanonicalValue.Replace("\n", "\\n", StringComparison.Ordinal)}\"",
        YamlScalar scalar => scalar.CanonicalValue,
        _ => "nothing",
    };
}
