using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>What a value is once it has left for the API server as JSON.</summary>
internal static class ValueTypes
{
    /// <summary>The type of a value; none for null and aliases, of which nothing is said.</summary>
    public static SchemaTypes Of(YamlNode node) => node switch
    {
        YamlMapping => SchemaTypes.Object,
        YamlSequence => SchemaTypes.Array,
        YamlScalar scalar => scalar.Kind switch
        {
            ScalarKind.String or ScalarKind.Timestamp => SchemaTypes.String,
            ScalarKind.Boolean => SchemaTypes.Boolean,
            ScalarKind.Integer => SchemaTypes.Integer,
            // 1.0 leaves as 1.
            ScalarKind.Float => IsWhole(scalar.CanonicalValue) ? SchemaTypes.Integer : SchemaTypes.Number,
            _ => SchemaTypes.None,
        },
        _ => SchemaTypes.None,
    };

    /// <summary>Whether a type is among those allowed. A whole number is a number, too.</summary>
    public static bool Allows(this SchemaTypes allowed, SchemaTypes type) =>
        allowed == SchemaTypes.None || (allowed & type) != 0 || (type == SchemaTypes.Integer && allowed.HasFlag(SchemaTypes.Number));

    /// <summary>Whether a value, or a part of it, is filled in later or left to the API server.</summary>
    public static bool IsOpen(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.IsNull || HasVariable(scalar.Value),
        YamlMapping mapping => mapping.Entries.Any(entry => entry.Name is not { } name || HasVariable(name) || IsOpen(entry.Value)),
        YamlSequence sequence => sequence.Items.Any(IsOpen),
        _ => true,
    };

    public static bool HasVariable(string text) => text.Contains("${", StringComparison.Ordinal);

    private static bool IsWhole(string canonical) => canonical.TrimStart('-').All(char.IsAsciiDigit);
}
