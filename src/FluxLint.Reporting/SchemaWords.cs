using FluxLint.Schemas;

namespace FluxLint.Reporting;

/// <summary>The names that types have in JSON Schema.</summary>
internal static class SchemaWords
{
    private static readonly (SchemaTypes Type, string Name)[] All =
    [
        (SchemaTypes.Object, "object"),
        (SchemaTypes.Array, "array"),
        (SchemaTypes.Integer, "integer"),
        (SchemaTypes.Number, "number"),
        (SchemaTypes.String, "string"),
        (SchemaTypes.Boolean, "boolean"),
    ];

    /// <summary>The names of some types; none where any will do.</summary>
    public static IEnumerable<string> Names(SchemaTypes types) => All.Where(entry => types.HasFlag(entry.Type)).Select(entry => entry.Name);

    /// <summary>The type of a value in a few words, such as <c>list of string</c>.</summary>
    public static string Of(Schema schema) => schema switch
    {
        { Items: { } items } => $"list of {Inner(items)}",
        { Types: SchemaTypes.Array } => "list",
        { AdditionalProperties: { } values, Properties: null } => $"map of {Inner(values)}",
        { Limits.Format: ValueFormats.Quantity } => "quantity",
        { Types: SchemaTypes.None, Properties: not null } => "object",
        { Types: SchemaTypes.None } => "anything",
        _ => string.Join(" or ", Names(schema.Types)),
    };

    private static string Inner(Schema schema) => schema.Items is null && schema.AdditionalProperties is null ? Of(schema) : $"({Of(schema)})";
}
