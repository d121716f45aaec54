using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>Values and types as messages name them.</summary>
internal static class ValueText
{
    private const int MaximumLength = 60;

    public static string Of(YamlNode node) => node switch
    {
        YamlMapping => "a mapping",
        YamlSequence => "a list",
        YamlScalar { IsNumber: true } scalar => $"the number {Short(scalar.Value)}",
        YamlScalar { Kind: ScalarKind.Boolean or ScalarKind.Null } scalar => scalar.CanonicalValue,
        YamlScalar scalar => $"'{Short(scalar.Value)}'",
        _ => "an alias",
    };

    /// <summary>A value, without showing it.</summary>
    public static string WithoutValue(YamlNode node) => node switch
    {
        YamlScalar { IsNumber: true } => "a number",
        YamlScalar { Kind: ScalarKind.Boolean } => "true or false",
        YamlScalar => "a text",
        _ => Of(node),
    };

    public static string Of(SchemaTypes types) => OneOf(Names(types));

    /// <summary>The values of an enumeration.</summary>
    public static string OneOf(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";

    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static string Short(string text) => text.Length <= MaximumLength ? text : $"{text.AsSpan(0, MaximumLength)}…";

    private static string[] Names(SchemaTypes types) =>
    [
        .. new[]
        {
            (SchemaTypes.String, "text"),
            (SchemaTypes.Integer, "a whole number"),
            (SchemaTypes.Number, "a number"),
            (SchemaTypes.Boolean, "true or false"),
            (SchemaTypes.Object, "a mapping"),
            (SchemaTypes.Array, "a list"),
        }.Where(type => types.HasFlag(type.Item1)).Select(type => type.Item2),
    ];
}
