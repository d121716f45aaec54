using FluxLint.Syntax;

namespace FluxLint.Kustomize.Output;

/// <summary>Prints objects byte for byte as <c>kubectl kustomize</c> does.</summary>
internal sealed class ManifestWriter
{
    private const int Indentation = 2;

    private readonly OutputText output = new();
    private readonly ScalarWriter scalars;

    private ManifestWriter() => scalars = new(output);

    /// <summary>The objects in their order, with <c>---</c> between them.</summary>
    public static string Write(IEnumerable<Resource> resources)
    {
        var writer = new ManifestWriter();
        var isFirst = true;
        foreach (var resource in resources)
        {
            if (!isFirst)
                writer.output.Append("---");
            writer.output.EndLine();
            isFirst = false;
            writer.WriteMapping(resource.Root, 0, isFlow: false);
            writer.output.EndLine();
        }
        return writer.output.ToString();
    }

    /// <summary>One node, as it would stand in an object.</summary>
    public static string Write(YamlNode node)
    {
        var writer = new ManifestWriter();
        writer.WriteNode(node, -Indentation, isFlow: false, canShareIndentation: false);
        return writer.output.ToString();
    }

    /// <summary>Writes a node; the column is where it starts.</summary>
    /// <param name="node">The node.</param>
    /// <param name="indentation">Indentation of the mapping or list that it stands in.</param>
    /// <param name="isFlow">Whether it was written in braces or brackets, at whatever depth.</param>
    /// <param name="canShareIndentation">Whether a list goes to the indentation of the mapping that it stands in.</param>
    private void WriteNode(YamlNode node, int indentation, bool isFlow, bool canShareIndentation)
    {
        switch (node)
        {
            case YamlMapping { Entries: [] }:
                output.Append("{}");
                break;
            case YamlMapping mapping:
                WriteMapping(mapping, indentation + Indentation, isFlow || mapping.IsFlow);
                break;
            case YamlSequence { Items: [] }:
                output.Append("[]");
                break;
            case YamlSequence sequence:
                WriteSequence(sequence, canShareIndentation ? indentation : indentation + Indentation, isFlow || sequence.IsFlow);
                break;
            case YamlScalar scalar:
                WriteScalar(scalar, indentation, isFlow);
                break;
        }
    }

    private void WriteMapping(YamlMapping mapping, int indentation, bool isFlow)
    {
        foreach (var entry in Sorted(mapping))
        {
            var key = Key(entry);
            GoTo(indentation);
            if (ScalarWriter.IsSimpleKey(key))
            {
                scalars.Write(key, indentation, isSimpleKey: true);
                output.Append(':');
                if (IsInline(entry.Value))
                    output.Append(' ');
                WriteNode(entry.Value, indentation, isFlow, canShareIndentation: true);
            }
            else
            {
                output.Append("? ");
                scalars.Write(key, indentation, isSimpleKey: false);
                output.Indent(indentation);
                output.Append(": ");
                WriteNode(entry.Value, indentation, isFlow, canShareIndentation: false);
            }
        }
    }

    private void WriteSequence(YamlSequence sequence, int indentation, bool isFlow)
    {
        foreach (var item in sequence.Items)
        {
            GoTo(indentation);
            output.Append("- ");
            WriteNode(item, indentation, isFlow, canShareIndentation: false);
        }
    }

    private void WriteScalar(YamlScalar scalar, int indentation, bool isFlow)
    {
        switch (scalar.Kind)
        {
            // An empty place in braces or brackets becomes an empty text on its way through kustomize.
            case ScalarKind.Null when isFlow && IsEmptyPlain(scalar):
                output.Append("\"\"");
                break;
            // Braces and brackets also have a time in quotes, because of its colons.
            case ScalarKind.Timestamp when isFlow && scalar.Value.Contains(':'):
                scalars.Write(scalar.Value, indentation, isSimpleKey: false);
                break;
            case ScalarKind.String or ScalarKind.Timestamp:
                scalars.Write(NextLines.Folded(scalar.CanonicalValue), indentation, isSimpleKey: false);
                break;
            case ScalarKind.Integer or ScalarKind.Float:
                output.Append(NumberText.Of(scalar.CanonicalValue));
                break;
            default:
                output.Append(scalar.CanonicalValue);
                break;
        }
    }

    /// <summary>Goes to a line at an indentation, unless an item or a long key has led there already.</summary>
    private void GoTo(int indentation)
    {
        if (output.Column != indentation || !output.EndsWithBlank)
            output.Indent(indentation);
    }

    private static ReadOnlySpan<YamlEntry> Sorted(YamlMapping mapping)
    {
        var entries = mapping.Entries.ToArray();
        KeyOrder.Sort<YamlEntry>(entries, Key);
        return entries;
    }

    private static string Key(YamlEntry entry) => (entry.Key as YamlScalar)?.CanonicalValue ?? "";

    private static bool IsInline(YamlNode node) => node is YamlScalar or YamlMapping { Entries: [] } or YamlSequence { Items: [] };

    private static bool IsEmptyPlain(YamlScalar scalar) => scalar is { Value: "", Style: ScalarStyle.Plain };
}
