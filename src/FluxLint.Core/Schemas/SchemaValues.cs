using System.Globalization;
using FluxLint.Schemas.Cel;
using FluxLint.Syntax;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas;

/// <summary>Values of an object as rules see them, with the types that their schemas give them. What is not known here is not known to the rule.</summary>
internal static class SchemaValues
{
    /// <summary>The value of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="schema">What it may be.</param>
    /// <param name="isRoot">Whether it is a whole object.</param>
    public static CelValue Of(YamlNode node, Schema schema, bool isRoot = false) => node switch
    {
        YamlMapping mapping when !mapping.Entries.Any(entry => entry.Name is not { } name || ValueTypes.HasVariable(name)) && schema.Types.Allows(SchemaTypes.Object) =>
            new Map(new SchemaFields(mapping, schema, isRoot || schema.IsEmbeddedResource, isRoot)),
        YamlSequence sequence when schema.Items is { } items =>
            new Seq([.. sequence.Items.Select(item => Of(item, items))], schema.Limits is { IsSet: true } or { Keys.IsDefaultOrEmpty: false }),
        YamlScalar scalar when !ValueTypes.HasVariable(scalar.Value) && schema.Types.Allows(ValueTypes.Of(scalar)) => Of(scalar, schema.Types, schema.Limits?.Format),
        _ => new Unknown(),
    };

    /// <summary>The value that the API server fills in.</summary>
    public static CelValue Default(Schema schema) => schema.Default is { } node ? Of(node, schema) : new Unknown();

    private static CelValue Of(YamlScalar scalar, SchemaTypes types, string? format) => scalar.Kind switch
    {
        ScalarKind.Boolean => CelValue.Of(scalar.CanonicalValue == "true"),
        ScalarKind.String or ScalarKind.Timestamp => OfText(scalar.CanonicalValue, format),
        ScalarKind.Integer or ScalarKind.Float when types.HasFlag(SchemaTypes.Number) =>
            double.TryParse(scalar.CanonicalValue, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) ? new Real(real) : new Unknown(),
        ScalarKind.Integer or ScalarKind.Float => long.TryParse(scalar.CanonicalValue, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? new Int(whole) : new Unknown(),
        _ => new Unknown(),
    };

    /// <summary>What rules see of an object's metadata: its name, and what that is made of.</summary>
    public static CelValue Metadata(YamlMapping metadata)
    {
        var names = new CelEntries();
        foreach (var key in new[] { "name", "generateName" })
        {
            if (metadata.Scalar(key) is { } name)
                names.Add(new Str(key), OfText(name));
        }
        return new Map(names);
    }

    /// <summary>The value of a text.</summary>
    public static CelValue OfText(YamlScalar text) => ValueTypes.HasVariable(text.Value) ? new Unknown() : new Str(text.CanonicalValue);

    private static CelValue OfText(string text, string? format) => format switch
    {
        "date-time" => CelTime.ParseMoment(text) ?? new Unknown(),
        "duration" => CelTime.ParsePeriod(text) ?? new Unknown(),
        // Dates and bytes are not text to a rule.
        "date" or "byte" or "datetime" => new Unknown(),
        _ => new Str(text),
    };
}
