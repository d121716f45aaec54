using System.Globalization;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>The <c>options</c> of the source or of a target of a replacement.</summary>
/// <param name="Delimiter">What the value is taken apart at; empty when it is taken whole.</param>
/// <param name="Index">The part that is meant.</param>
/// <param name="Create">Whether a field that is missing is added.</param>
/// <param name="Node">The options as written; null when there are none.</param>
internal sealed record ReplacementOptions(string Delimiter, int Index, bool Create, YamlMapping? Node)
{
    public static readonly ReplacementOptions None = new("", 0, false, null);

    /// <summary>Reads the options of a source or target.</summary>
    public static ReplacementOptions Read(Layer layer, YamlMapping owner, bool isStrict)
    {
        if (ReplacementReader.Mapping(layer, owner, "options") is not { } node)
            return None;
        if (isStrict)
            layer.RefuseUnknown(node, "options", "delimiter", "index", "encoding", "create");
        layer.Text(node, "encoding");
        return new(layer.Text(node, "delimiter")?.Value ?? "", ReadIndex(layer, node), layer.Flag(node, "create"), node);
    }

    private static int ReadIndex(Layer layer, YamlMapping node)
    {
        switch (node.Field("index"))
        {
            case null:
                return 0;
            case YamlScalar { IsNumber: true } scalar when int.TryParse(scalar.CanonicalValue, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index):
                return index;
            case { } other:
                layer.Report(BuildProblemKind.Refused, other, $"'index' must be a whole number, and is {KustomizationFields.Describe(other)}");
                return 0;
        }
    }
}
