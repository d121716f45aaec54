using FluxLint.Schemas.Cel;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>
/// An object as the rules of its schema see it: fields that are declared, under names that are made to fit expressions, with
/// defaults where nothing is written (k8s.io/apiserver, pkg/cel/common/values.go; apiextensions, "Validation rules").
/// </summary>
internal sealed class SchemaFields(YamlMapping node, Schema schema, bool isObject, bool isRoot) : CelFields
{
    private readonly Dictionary<string, CelValue?> values = new(StringComparer.Ordinal);

    /// <summary>Names in the order that is written; defaults after them.</summary>
    public override IEnumerable<CelValue> Keys => node.Entries.Select(entry => entry.Name).OfType<string>()
        .Union(schema.PropertyNames.Where(name => schema.Property(name) is { HasDefault: true }))
        .Select(name => new CelValue.Str(schema.Properties is null ? name : FieldNames.Escape(name)));

    public override CelValue? Find(CelValue key)
    {
        if (key is not CelValue.Str { Value: var name })
            return null;
        // A list is made once, however often it is gone over.
        if (!values.TryGetValue(name, out var value))
            values.Add(name, value = Read(name));
        return value;
    }

    private CelValue? Read(string written)
    {
        var name = schema.Properties is null && !isObject ? written : FieldNames.Unescape(written);
        // The API server drops the status of what is applied, and keeps the one that it has.
        if (isRoot && name == "status")
            return new CelValue.Unknown();
        if (isObject && name is "apiVersion" or "kind")
            return node.Scalar(name) is { } text ? SchemaValues.OfText(text) : null;
        if (isObject && name == "metadata")
            return node.Mapping(name) is { } metadata ? SchemaValues.Metadata(metadata) : new CelValue.Unknown();
        if ((schema.Property(name) ?? schema.AdditionalProperties) is not { } field)
            return new CelValue.Unknown();
        if (node[name] is { } value)
            return SchemaValues.Of(value, field);
        return field.HasDefault ? SchemaValues.Default(field) : null;
    }
}
