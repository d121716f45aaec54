using System.Globalization;
using FluxLint.Reporting;
using FluxLint.Schemas;
using FluxLint.Syntax;

namespace FluxLint.Cli.Terminal;

/// <summary>What a schema asks of a value beyond its type, in words.</summary>
internal static class SchemaNotes
{
    /// <summary>What is asked, with semicolons between.</summary>
    public static string Of(Schema schema, bool isRequired)
    {
        var notes = new List<string>();
        if (isRequired)
            notes.Add("required");
        var values = schema.Items is { } items ? items : schema;
        if (!values.Enum.IsEmpty)
            notes.Add($"one of {string.Join(", ", values.Enum.Select(Text))}");
        if (schema.Default is { } value)
            notes.Add($"default {Text(value)}");
        if (schema.Limits is { } limits)
            notes.AddRange(Of(limits));
        if (!ReferenceEquals(values, schema) && values.Limits is { } inner)
            notes.AddRange(Of(inner).Select(note => $"each {note}"));
        notes.AddRange(schema.Rules.Select(rule => Safe(rule.WrittenMessage ?? $"rule {rule.Text}")));
        return string.Join("; ", notes);
    }

    private static IEnumerable<string> Of(SchemaLimits limits)
    {
        if (limits.Minimum is { } minimum)
            yield return $"{(limits.ExcludesMinimum ? "more than" : "at least")} {Number(minimum)}";
        if (limits.Maximum is { } maximum)
            yield return $"{(limits.ExcludesMaximum ? "less than" : "at most")} {Number(maximum)}";
        if (limits.MultipleOf is { } step)
            yield return $"a multiple of {Number(step)}";
        if (Range(limits.MinLength, limits.MaxLength, "character") is { } characters)
            yield return characters;
        if (Range(limits.MinItems, limits.MaxItems, "item") is { } items)
            yield return items;
        if (Range(limits.MinProperties, limits.MaxProperties, "field") is { } fields)
            yield return fields;
        if (limits.Format is { } format and not ValueFormats.Quantity)
            yield return $"format {Safe(format)}";
        if (limits.Pattern is { } pattern)
            yield return $"matches {Safe(pattern)}";
        if (limits.IsSet)
            yield return "no item twice";
        if (!limits.Keys.IsEmpty)
            yield return $"no two items with the same {Safe(string.Join(" and ", limits.Keys))}";
    }

    private static string? Range(int? least, int? most, string noun) => (least, most) switch
    {
        (null, null) => null,
        (null, { } upper) => $"at most {Summary.Count(upper, noun)}",
        ({ } lower, null) => $"at least {Summary.Count(lower, noun)}",
        ({ } lower, { } upper) when lower == upper => $"exactly {Summary.Count(lower, noun)}",
        ({ } lower, { } upper) => $"{lower} to {Summary.Count(upper, noun)}",
    };

    private static string Text(YamlNode node) => node switch
    {
        YamlScalar { Kind: ScalarKind.String, Value: { Length: 0 } } => "''",
        YamlScalar scalar => Safe(scalar.CanonicalValue),
        YamlSequence { Items.IsEmpty: true } => "[]",
        YamlSequence sequence => $"[{string.Join(", ", sequence.Items.Select(Text))}]",
        YamlMapping mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{Safe(entry.Name ?? "?")}: {Text(entry.Value)}"))}}}",
        _ => "?",
    };

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Safe(string text) => SafeText.OneLine(text);
}
