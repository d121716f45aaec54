using System.Text;
using FluxLint.Syntax;

namespace FluxLint.Changes;

/// <summary>What a node holds as one text, the same for equal data in the same order.</summary>
internal static class NodeText
{
    public static string Of(YamlNode node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    private static void Append(StringBuilder text, YamlNode node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                text.Append('{');
                foreach (var entry in mapping.Entries)
                {
                    text.Append(text[^1] == '{' ? "" : ", ").Append(entry.Name).Append(": ");
                    Append(text, entry.Value);
                }
                text.Append('}');
                break;
            case YamlSequence sequence:
                text.Append('[');
                foreach (var item in sequence.Items)
                {
                    text.Append(text[^1] == '[' ? "" : ", ");
                    Append(text, item);
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
