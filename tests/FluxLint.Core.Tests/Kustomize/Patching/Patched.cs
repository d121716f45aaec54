using FluxLint.Diagnostics;
using FluxLint.Kustomize.Patching;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Kustomize.Patching;

/// <summary>What tests of patches have in common.</summary>
internal static class Patched
{
    public static Location Cause { get; } = new(SourceText.From("kustomization.yaml", "patches:\n- path: patch.yaml\n"), new(11, 16));

    public static YamlMapping Mapping(string text, string path = "input.yaml") => Assert.IsType<YamlMapping>(Root(text, path));

    public static YamlMapping? Optional(string text) => text == "" ? null : Mapping(text);

    /// <summary>A Deployment with a pod spec in flow style.</summary>
    public static YamlMapping PodSpec(string text) =>
        Mapping($"{{apiVersion: apps/v1, kind: Deployment, metadata: {{name: app}}, spec: {{template: {{spec: {text}}}}}}}");

    /// <summary>A custom resource with a spec in flow style.</summary>
    public static YamlMapping Widget(string spec) => Mapping($"{{apiVersion: example.com/v1, kind: Widget, metadata: {{name: app}}, spec: {spec}}}");

    public static YamlNode Root(string text, string path = "input.yaml")
    {
        var tree = YamlTree.Parse(SourceText.From(path, text));
        Assert.Empty(tree.Problems);
        return Assert.Single(tree.Documents).Expanded ?? throw new ArgumentException("no content", nameof(text));
    }

    /// <summary>The same data: lists in order, mappings in any.</summary>
    public static void Same(string situation, YamlNode? expected, PatchResult actual)
    {
        Assert.Null(actual.Problem);
        Assert.True(YamlNode.DataEquals(expected, actual.Value), $"{situation}:\n  expected {Text(expected)}\n  actual   {Text(actual.Value)}");
    }

    private static string Text(YamlNode? node) => node switch
    {
        null => "nothing",
        YamlMapping mapping => $"{{{string.Join(", ", mapping.Entries.OrderBy(entry => entry.Name, StringComparer.Ordinal).Select(entry => $"{entry.Name}: {Text(entry.Value)}"))}}}",
        YamlSequence sequence => $"[{string.Join(", ", sequence.Items.Select(Text))}]",
        YamlScalar { Kind: ScalarKind.String } scalar => $"'{scalar.Value}'",
        YamlScalar scalar => scalar.CanonicalValue,
        _ => "?",
    };
}
