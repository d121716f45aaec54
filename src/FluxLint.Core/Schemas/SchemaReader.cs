using System.Collections.Immutable;
using System.Globalization;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>Reads one level of a schema.</summary>
internal static class SchemaReader
{
    private const int MaximumReferences = 16;

    /// <summary>A schema that allows everything.</summary>
    public static Schema Anything { get; } = new() { KeepsUnknownFields = true, IsNullable = true };

    private static Schema Quantity { get; } = new() { Types = SchemaTypes.String | SchemaTypes.Number, Limits = new() { Format = ValueFormats.Quantity } };

    public static Schema Read(YamlMapping node, SchemaSource source)
    {
        for (var i = 0; i < MaximumReferences; i++)
        {
            if (node.Text("$ref") is { } reference)
            {
                // OpenAPI says that a quantity is a string; the API server takes a number as well.
                if (reference.EndsWith(".Quantity", StringComparison.Ordinal))
                    return Quantity;
                if (reference.EndsWith(".IntOrString", StringComparison.Ordinal))
                    return new() { Types = SchemaTypes.String | SchemaTypes.Integer };
                if (source.Find(reference) is not { } found)
                    return Anything;
                (node, source) = found;
            }
            else if (node.Sequence("allOf") is { Items: [YamlMapping only] } && !node.Contains("properties") && !node.Contains("type"))
            {
                node = only;
            }
            else
            {
                return source.Level(node);
            }
        }
        return Anything;
    }

    /// <summary>Reads a schema that is no reference.</summary>
    public static Schema ReadLevel(YamlMapping node, SchemaSource source)
    {
        var properties = node.Mapping("properties") is { } declared ? Properties(declared, source) : null;
        var additional = node["additionalProperties"];
        return new()
        {
            Types = Types(node),
            KeepsUnknownFields = source.KeepsUnknownFields || IsTrue(node, "x-kubernetes-preserve-unknown-fields"),
            IsEmbeddedResource = IsTrue(node, "x-kubernetes-embedded-resource"),
            IsNullable = IsTrue(node, "nullable") || node.Sequence("type")?.Items.Any(type => type is YamlScalar { Value: "null" }) == true,
            Default = node["default"],
            Rules = node.Sequence("x-kubernetes-validations") is { } rules ? [.. rules.Items.OfType<YamlMapping>().Select(SchemaRule.Read).OfType<SchemaRule>()] : [],
            Properties = properties,
            AdditionalSlot = additional is YamlMapping { Entries.IsEmpty: false } values ? new WrittenSchema(values, source) : null,
            AllowsAdditional = additional is YamlMapping { Entries.IsEmpty: true } or YamlScalar { CanonicalValue: "true" },
            ForbidsAdditional = additional is YamlScalar { CanonicalValue: "false" },
            ItemSlot = node.Mapping("items") is { } items ? new WrittenSchema(items, source) : null,
            Required = Texts(node, "required"),
            Enum = node.Sequence("enum")?.Items ?? [],
            Limits = Limits(node, source),
            All = Slots(node, "allOf", source),
            Any = Slots(node, "anyOf", source),
            One = Slots(node, "oneOf", source),
            Not = node.Mapping("not") is { } not ? new WrittenSchema(not, source) : null,
        };
    }

    private static OrderedDictionary<string, SchemaSlot> Properties(YamlMapping declared, SchemaSource source)
    {
        var properties = new OrderedDictionary<string, SchemaSlot>(declared.Entries.Length, StringComparer.Ordinal);
        foreach (var entry in declared.Entries)
        {
            if (entry is { Name: { } name, Value: YamlMapping schema })
                properties.TryAdd(name, new WrittenSchema(schema, source));
        }
        return properties;
    }

    private static SchemaTypes Types(YamlMapping node)
    {
        if (IsTrue(node, "x-kubernetes-int-or-string") || node.Text("format") == "int-or-string")
            return SchemaTypes.Integer | SchemaTypes.String;
        return node["type"] switch
        {
            YamlScalar type => Type(type),
            YamlSequence types => types.Items.OfType<YamlScalar>().Aggregate(SchemaTypes.None, (all, type) => all | Type(type)),
            _ => SchemaTypes.None,
        };
    }

    private static SchemaTypes Type(YamlScalar name) => name.Value switch
    {
        "object" => SchemaTypes.Object,
        "array" => SchemaTypes.Array,
        "string" => SchemaTypes.String,
        "integer" => SchemaTypes.Integer,
        "number" => SchemaTypes.Number,
        "boolean" => SchemaTypes.Boolean,
        _ => SchemaTypes.None,
    };

    private static SchemaLimits? Limits(YamlMapping node, SchemaSource source)
    {
        SchemaLimits? limits = null;
        foreach (var entry in node.Entries)
        {
            if (entry is { Name: { } name, Value: YamlScalar value })
                limits = With(limits, name, value, source) ?? limits;
        }
        if (node.Text("x-kubernetes-list-type") == "map")
            limits = (limits ?? new()) with { Keys = Texts(node, "x-kubernetes-list-map-keys") };
        return limits;
    }

    /// <summary>The limits with one more; null when the entry is none.</summary>
    private static SchemaLimits? With(SchemaLimits? limits, string name, YamlScalar value, SchemaSource source) => name switch
    {
        "pattern" => (limits ?? new()) with { Pattern = value.Value },
        "format" when source.Asserts(value.Value) => (limits ?? new()) with { Format = value.Value },
        "minLength" => (limits ?? new()) with { MinLength = Count(value) },
        "maxLength" => (limits ?? new()) with { MaxLength = Count(value) },
        "minItems" => (limits ?? new()) with { MinItems = Count(value) },
        "maxItems" => (limits ?? new()) with { MaxItems = Count(value) },
        "minProperties" => (limits ?? new()) with { MinProperties = Count(value) },
        "maxProperties" => (limits ?? new()) with { MaxProperties = Count(value) },
        "minimum" => (limits ?? new()) with { Minimum = Number(value) },
        "maximum" => (limits ?? new()) with { Maximum = Number(value) },
        "multipleOf" => (limits ?? new()) with { MultipleOf = Number(value) },
        "exclusiveMinimum" => Exclusive(limits ?? new(), value, isMinimum: true),
        "exclusiveMaximum" => Exclusive(limits ?? new(), value, isMinimum: false),
        "uniqueItems" when value.CanonicalValue == "true" => (limits ?? new()) with { IsSet = true },
        "x-kubernetes-list-type" when value.Value == "set" => (limits ?? new()) with { IsSet = true },
        _ => null,
    };

    /// <summary>A flag in OpenAPI 3.0, a number of its own in later drafts of JSON Schema.</summary>
    private static SchemaLimits Exclusive(SchemaLimits limits, YamlScalar value, bool isMinimum)
    {
        if (Number(value) is not { } number)
            return isMinimum ? limits with { ExcludesMinimum = value.CanonicalValue == "true" } : limits with { ExcludesMaximum = value.CanonicalValue == "true" };
        return isMinimum ? limits with { Minimum = number, ExcludesMinimum = true } : limits with { Maximum = number, ExcludesMaximum = true };
    }

    private static ImmutableArray<SchemaSlot> Slots(YamlMapping node, string key, SchemaSource source) =>
        node.Sequence(key) is { } branches ? [.. branches.Items.OfType<YamlMapping>().Select(branch => new WrittenSchema(branch, source))] : [];

    private static ImmutableArray<string> Texts(YamlMapping node, string key) =>
        node.Sequence(key) is { } texts ? [.. texts.Items.OfType<YamlScalar>().Select(text => text.Value)] : [];

    private static int? Count(YamlScalar value) => int.TryParse(value.CanonicalValue, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static double? Number(YamlScalar value) =>
        value.IsNumber && double.TryParse(value.CanonicalValue, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsTrue(YamlMapping node, string key) => node[key] is YamlScalar { CanonicalValue: "true" };
}
