using System.Text.RegularExpressions;
using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>A step such as <c>[name=x]</c> of a target path. The value is a regular expression that may match anywhere, in the field as YAML shows it.</summary>
internal sealed class ItemMatch
{
    private readonly string key;
    private readonly string value;
    private readonly Regex? pattern;

    private ItemMatch(string key, string value, Regex? pattern)
    {
        this.key = key;
        this.value = value;
        this.pattern = pattern;
    }

    /// <summary>Whether the item itself is compared.</summary>
    public bool IsOnItem => key.Length == 0;

    /// <summary>Reads a step; null when it is no condition, or its value no expression.</summary>
    public static ItemMatch? Read(string step)
    {
        if (DottedPath.Condition(step) is not var (key, value))
            return null;
        try
        {
            var isPlain = value.AsSpan().IndexOfAny(@"\*+?()[]{}|^$.") < 0;
            return new(key, value, isPlain ? null : new Regex(value, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
        }
        catch (Exception invalid) when (invalid is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    public bool Matches(YamlNode item)
    {
        if ((IsOnItem ? item : (item as YamlMapping)?[key]) is not YamlScalar scalar)
            return false;
        var shown = Show(scalar);
        return pattern?.IsMatch(shown) ?? shown.Contains(value, StringComparison.Ordinal);
    }

    /// <summary>An item that has the value.</summary>
    public YamlNode NewItem(Location cause)
    {
        var scalar = YamlScalar.Create(value, cause, isText: false);
        return IsOnItem ? scalar : new YamlMapping(cause.Source, cause.Span, [new(YamlScalar.Create(key, cause), scalar)]);
    }

    /// <summary>The scalar as YAML shows it: with its quotes, where it has or needs any.</summary>
    private static string Show(YamlScalar scalar) => scalar.Style switch
    {
        ScalarStyle.SingleQuoted => $"'{scalar.Value}'",
        ScalarStyle.DoubleQuoted when scalar.Derivation is null || YamlScalar.Create(scalar.Value, scalar.Location, isText: false).Kind != ScalarKind.String => $"\"{scalar.Value}\"",
        _ => scalar.Value,
    };
}
