using FluxLint.Kustomize.Configurations;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>Reads field specs as they stand in configurations and plugins, where a number or a boolean may stand for text.</summary>
internal sealed class FieldSpecReader(Layer layer)
{
    /// <summary>Reads a field spec.</summary>
    /// <param name="spec">The mapping.</param>
    /// <param name="owner">The field that holds it.</param>
    /// <param name="isStrict">Whether unknown fields are refused.</param>
    public FieldSpec Read(YamlMapping spec, string owner, bool isStrict)
    {
        if (isStrict)
            layer.RefuseUnknown(spec, owner, "path", "kind", "group", "version", "create");
        return Checked(layer, new(Text(layer, spec, "path"), Text(layer, spec, "kind"), Text(layer, spec, "group"), Text(layer, spec, "version"), layer.Flag(spec, "create"))
        {
            Node = spec.Field("path") ?? spec,
        });
    }

    /// <summary>The same field spec; a path deeper than objects are is reported, and nothing follows it.</summary>
    public static FieldSpec Checked(Layer layer, FieldSpec spec)
    {
        if (spec.Steps.Length > YamlLimits.Depth && spec.Node is { } node)
            layer.Report(BuildProblemKind.Limit, node, $"no path of more than {YamlLimits.Depth} steps is followed");
        return spec;
    }

    /// <summary>The text of a field; empty when it is absent.</summary>
    public static string Text(Layer layer, YamlMapping owner, string name)
    {
        var node = owner.Field(name);
        if (node is not (null or YamlScalar))
            layer.Report(BuildProblemKind.Refused, node, $"'{name}' must be text, and is {KustomizationFields.Describe(node)}");
        return node is YamlScalar scalar ? scalar.CanonicalValue : "";
    }
}
