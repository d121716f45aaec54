using System.Text;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Changes;

/// <summary>What a node holds as one text, the same for equal data in the same order.</summary>
internal static class NodeText
{
    /// <param name="node">The node.</param>
    /// <param name="asWritten">Whether variables stand where Flux filled in their values.</param>
    public static string Of(YamlNode node, bool asWritten = false)
    {
        var text = new StringBuilder();
        Append(text, node, asWritten);
        return text.ToString();
    }

    /// <summary>Whether Flux filled in variables in the node itself.</summary>
    public static bool IsFilledIn(YamlNode node) => !ReferenceEquals(Written(node), node);

    /// <summary>The node before Flux filled in the variables in it; the same where there are none.</summary>
    public static YamlNode Written(YamlNode node) => node.Derivation is { Step: ProvenanceStep.Substitution, Replaced: { } written } ? written : node;

    private static void Append(StringBuilder text, YamlNode node, bool asWritten)
    {
        switch (asWritten ? Written(node) : node)
        {
            case YamlMapping mapping:
                text.Append('{');
                foreach (var entry in mapping.Entries)
                {
                    text.Append(text[^1] == '{' ? "" : ", ").Append(entry.Name).Append(": ");
                    Append(text, entry.Value, asWritten);
                }
                text.Append('}');
                break;
            case YamlSequence sequence:
                text.Append('[');
                foreach (var item in sequence.Items)
                {
                    text.Append(text[^1] == '[' ? "" : ", ");
                    Append(text, item, asWritten);
                }
                text.Append(']');
                break;
            case YamlScalar { IsNull: true }:
                text.Append("null");
                break;
            case YamlScalar { Kind: ScalarKind.String } scalar:
                text.Append(YamlScalar.Create(scalar.Value, scalar.Location, isText: false).Kind == ScalarKind.String && scalar.Value.Length > 0 ? scalar.Value : $"\"{scalar.Value}\"");
                break;
            case YamlScalar scalar:
                text.Append(scalar.CanonicalValue);
                break;
        }
    }
}
