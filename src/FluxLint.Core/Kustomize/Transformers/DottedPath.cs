using System.Collections.Immutable;
using System.Globalization;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>
/// The field paths of <c>replacements</c> and <c>vars</c>: keys and indexes with dots between them, <c>\.</c> for a dot inside
/// a key, <c>[name=x]</c> for items of a list, and <c>[a.b]</c> for a key with dots.
/// </summary>
internal static class DottedPath
{
    /// <summary>Where a value is read from and written to when no path is given.</summary>
    public const string Default = "metadata.name";

    /// <summary>The steps of a path. A dot in brackets belongs to them, and one in front is ignored.</summary>
    public static ImmutableArray<string> Split(string path)
    {
        var steps = ImmutableArray.CreateBuilder<string>();
        var open = "";
        foreach (var part in Unescape(path.StartsWith('.') ? path[1..] : path))
        {
            var step = open.Length > 0 ? $"{open}.{part}" : part;
            if (step.StartsWith('[') && !step.EndsWith(']'))
            {
                open = step;
                continue;
            }
            // Brackets may stand around a key for the dots in it alone.
            steps.Add(open.Length > 0 && !step.Contains('=') ? step.Trim('[', ']') : step);
            open = "";
        }
        if (open.Length > 0)
            steps.Add(open);
        return steps.ToImmutable();
    }

    /// <summary>The node at a path; null when there is none. A condition in brackets is met by the first item with exactly this value.</summary>
    public static YamlNode? Lookup(YamlNode root, ImmutableArray<string> steps)
    {
        YamlNode? node = root;
        foreach (var step in steps.Select(step => step.Trim()).Where(step => step.Length > 0))
        {
            node = node switch
            {
                YamlSequence { Items: [.., var last] } when step == "-" => last,
                YamlSequence sequence when Index(step) is { } index => index < sequence.Items.Length ? sequence.Items[index] : null,
                YamlSequence sequence when Condition(step) is var (key, value) => sequence.Items.FirstOrDefault(item => Has(item, key, value)),
                YamlMapping mapping when Index(step) is null => mapping[step],
                _ => null,
            };
        }
        return node;
    }

    /// <summary>The number that a step is; null when it is something else.</summary>
    public static int? Index(string step) =>
        int.TryParse(step, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index) && index >= 0 ? index : null;

    /// <summary>Whether a step stands in brackets.</summary>
    public static bool IsCondition(string step) => step.StartsWith('[') && step.EndsWith(']');

    /// <summary>The key and the value of a step such as <c>[name=x]</c>; the key is empty where the item itself is compared.</summary>
    public static (string Key, string Value)? Condition(string step)
    {
        if (!IsCondition(step) || step.IndexOf('=') is not (> 0 and var equals))
            return null;
        return (step[1..equals], step[(equals + 1)..^1]);
    }

    private static bool Has(YamlNode item, string key, string value) =>
        (key.Length == 0 ? item : (item as YamlMapping)?[key]) is YamlScalar scalar && scalar.Value == value;

    private static List<string> Unescape(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('.'))
        {
            if (parts is [.., var last] && last.EndsWith('\\'))
                parts[^1] = $"{last[..^1]}.{part}";
            else
                parts.Add(part);
        }
        return parts;
    }
}
