using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Kubernetes;

/// <summary>Which labels something asks for.</summary>
public sealed class LabelSelector
{
    private LabelSelector(ImmutableArray<LabelRequirement> requirements) => Requirements = requirements;

    /// <summary>What has to be met, all of it; nothing matches everything.</summary>
    internal ImmutableArray<LabelRequirement> Requirements { get; }

    /// <summary>Whether it asks for nothing.</summary>
    public bool IsEmpty => Requirements.IsEmpty;

    /// <summary>The labels that it asks for; null when it asks for more than labels with their values, or a variable is among them.</summary>
    public IEnumerable<YamlEntry>? Labels => Requirements.All(requirement => requirement.Label is not null && requirement.IsMetBy("") is not null) ? Requirements.Select(requirement => requirement.Label).OfType<YamlEntry>() : null;

    /// <summary>Reads a selector with <c>matchLabels</c> and <c>matchExpressions</c>.</summary>
    public static LabelSelector Of(YamlMapping selector) =>
        new([.. OfLabels(selector.Mapping("matchLabels")), .. selector.Sequence("matchExpressions")?.Items.Select(OfExpression) ?? []]);

    /// <summary>Reads a selector that is nothing but labels, as that of a Service.</summary>
    public static LabelSelector OfService(YamlMapping labels) => new([.. OfLabels(labels)]);

    /// <summary>Parses the string form of the Kubernetes API: <c>a=b, c!=d, e in (f, g), h notin (i), j, !k</c>. An absent one matches everything.</summary>
    /// <exception cref="FormatException">The text is not a selector.</exception>
    internal static LabelSelector Parse(string? text) => new([.. Split(text ?? "").Select(Requirement)]);

    /// <summary>Whether labels match; null where a variable decides.</summary>
    /// <param name="labels">The labels; null for none.</param>
    public bool? Matches(YamlMapping? labels)
    {
        bool?[] answers = [.. Requirements.Select(requirement => requirement.IsMetBy(labels))];
        return answers.Contains(false) ? false : answers.Contains(null) ? null : true;
    }

    /// <summary>The labels that it asks for and that others do not meet.</summary>
    /// <param name="labels">The labels that there are; null for none.</param>
    public IEnumerable<YamlEntry> Mismatches(YamlMapping? labels) =>
        Requirements.Where(requirement => requirement.IsMetBy(labels) == false).Select(requirement => requirement.Label).OfType<YamlEntry>();

    /// <summary>Whether labels match, when what is written is meant as it is.</summary>
    internal bool Holds(YamlMapping? labels) => Requirements.All(requirement => requirement.Holds(requirement.ValueIn(labels)));

    private static IEnumerable<LabelRequirement> OfLabels(YamlMapping? labels) => (labels?.Entries ?? []).Select(entry => entry.Value is YamlScalar value
        ? new LabelRequirement(entry.Name ?? "", entry.Name is null ? LabelOperator.Unknown : LabelOperator.Equal, [value.Value]) { Node = value, Label = entry }
        : new(entry.Name ?? "", LabelOperator.Unknown, []) { Node = entry.Value });

    private static LabelRequirement OfExpression(YamlNode node)
    {
        if (node is not YamlMapping expression || expression.Scalar("key") is not { } key)
            return new("", LabelOperator.Unknown, []) { Node = node };
        ImmutableArray<string> values = [.. expression.Sequence("values")?.Items.OfType<YamlScalar>().Select(item => item.Value) ?? []];
        var comparison = expression.Text("operator") switch
        {
            "In" when !values.IsEmpty => LabelOperator.In,
            "NotIn" when !values.IsEmpty => LabelOperator.NotIn,
            "Exists" => LabelOperator.Exists,
            "DoesNotExist" => LabelOperator.DoesNotExist,
            _ => LabelOperator.Unknown,
        };
        return new(key.Value, comparison, values) { Node = key };
    }

    private static IEnumerable<string> Split(string text)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (text[i] != ',' || depth != 0)
                continue;
            yield return text[start..i].Trim();
            start = i + 1;
        }
        if (depth != 0)
            throw new FormatException($"a parenthesis is not closed in '{text}'");
        if (text.AsSpan(start).Trim().Length > 0)
            yield return text[start..].Trim();
    }

    private static LabelRequirement Requirement(string part)
    {
        if (part.Length == 0)
            throw new FormatException("a requirement is empty");
        if (part.EndsWith(')') && part.IndexOf('(') is > 0 and var open)
        {
            ImmutableArray<string> values = [.. part[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries)];
            return part[..open].Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
            {
                [var key, "in"] => new(key, LabelOperator.In, values),
                [var key, "notin"] => new(key, LabelOperator.NotIn, values),
                _ => throw new FormatException($"'{part}' is not a requirement"),
            };
        }
        if (part.StartsWith('!'))
            return new(part[1..].Trim(), LabelOperator.DoesNotExist, []);
        if (part.IndexOf("!=", StringComparison.Ordinal) is > 0 and var differs)
            return new(part[..differs].Trim(), LabelOperator.NotIn, [part[(differs + 2)..].Trim()]);
        if (part.IndexOf('=') is > 0 and var equals)
            return new(part[..equals].Trim(), LabelOperator.Equal, [part[(equals + 1)..].TrimStart('=').Trim()]);
        if (part.Any(c => char.IsWhiteSpace(c) || c is '(' or ')'))
            throw new FormatException($"'{part}' is not a requirement");
        return new(part, LabelOperator.Exists, []);
    }
}
