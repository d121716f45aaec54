using System.Globalization;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Schemas;

/// <summary>Checks what a schema asks of a value beyond its type and fields.</summary>
internal sealed class LimitChecks(ValuePath path, Action<SchemaProblem> report)
{
    private const int MaximumChoices = 10;

    // Steps of automata times characters, of one object. What comes after may match or not.
    private const long MaximumMatching = 20_000_000;

    // 2^63: what is as great may be one of 64 bits yet, when it was rounded.
    private const double Greatest64 = 9223372036854775808;

    private long matching;

    /// <summary>Whether there were texts that were not held against their patterns.</summary>
    public bool IsSpent => matching > MaximumMatching;

    public void Check(YamlNode node, Schema schema)
    {
        if (!schema.Enum.IsEmpty)
            CheckEnum(node, schema);
        if (schema.Limits is not { } limits)
            return;
        switch (node)
        {
            case YamlScalar { IsNumber: true } number:
                CheckNumber(number, limits);
                break;
            case YamlScalar { Kind: ScalarKind.String or ScalarKind.Timestamp } text:
                CheckText(text, limits);
                break;
            case YamlSequence sequence:
                CheckCount(node, sequence.Items.Length, "item", limits.MinItems, limits.MaxItems);
                ListChecks.Check(sequence, schema, path, report);
                break;
            case YamlMapping mapping:
                CheckCount(node, mapping.Entries.Length, "field", limits.MinProperties, limits.MaxProperties);
                break;
        }
    }

    private void CheckEnum(YamlNode node, Schema schema)
    {
        foreach (var allowed in schema.Enum)
        {
            if (YamlNode.DataEquals(allowed, node))
                return;
        }
        // That a text may be empty helps nobody who wrote one.
        var values = schema.Enum.OfType<YamlScalar>().Where(value => value.Value.Length > 0 || schema.Enum.Length == 1).ToList();
        var nearest = node is YamlScalar { Kind: ScalarKind.String, Value: var text } ? NearestName.Find(text, values.Select(value => value.Value)) : null;
        var choice = values.Count > MaximumChoices ? $"one of {values.Count} values" : ValueText.OneOf([.. values.Select(ValueText.Of)]);
        report(new(node, $"'{path}' must be {choice}, not {ValueText.Of(node)}") { Nearest = nearest, IsChoice = true });
    }

    private void CheckNumber(YamlScalar node, SchemaLimits limits)
    {
        if (!double.TryParse(node.CanonicalValue, CultureInfo.InvariantCulture, out var value))
            return;
        if (limits.Minimum is { } minimum && (limits.ExcludesMinimum ? value <= minimum : value < minimum))
            Report(node, $"must be {(limits.ExcludesMinimum ? "more than" : "at least")} {Text(minimum)}, not {node.Value}");
        else if (limits.Maximum is { } maximum && (limits.ExcludesMaximum ? value >= maximum : value > maximum))
            Report(node, $"must be {(limits.ExcludesMaximum ? "less than" : "at most")} {Text(maximum)}, not {node.Value}");
        else if (limits.MultipleOf is > 0 and var step && Math.Abs(value / step - Math.Round(value / step)) > 1e-9)
            Report(node, $"must be a multiple of {Text(step)}, not {node.Value}");
        else if (limits.Format == "int32" && value is < int.MinValue or > int.MaxValue)
            Report(node, $"must be a number of 32 bits, not {node.Value}");
        else if (limits.Format == "int64" && Math.Abs(value) > Greatest64)
            Report(node, $"must be a number of 64 bits, not {node.Value}");
    }

    private void CheckText(YamlScalar node, SchemaLimits limits)
    {
        var text = node.CanonicalValue;
        if (limits.MinLength is not null || limits.MaxLength is not null)
            CheckCount(node, text.EnumerateRunes().Count(), "character", limits.MinLength, limits.MaxLength);
        if (limits.Automaton is { } automaton && (matching += (long)automaton.Length * text.Length) <= MaximumMatching && !automaton.IsMatch(text))
            Report(node, $"must match '{limits.Pattern}', and {ValueText.Of(node)} does not");
        // What should be in base64 may be a secret, and is not repeated.
        else if (node.Kind == ScalarKind.String && limits.Format is { } format && ValueFormats.Problem(format, text) is { } expected)
            Report(node, format == "byte" ? $"must be {expected}" : $"must be {expected}, not {ValueText.Of(node)}");
    }

    private void CheckCount(YamlNode node, int count, string noun, int? minimum, int? maximum)
    {
        if (count < minimum)
            Report(node, $"must have at least {ValueText.Count(minimum.Value, noun)}, and has {count}");
        else if (count > maximum)
            Report(node, $"must have at most {ValueText.Count(maximum.Value, noun)}, and has {count}");
    }

    private void Report(YamlNode node, string message) => report(new(node, $"'{path}' {message}"));

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
