using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>Finds items of a list that server-side apply cannot tell apart.</summary>
internal static class ListChecks
{
    public static void Check(YamlSequence sequence, Schema schema, ValuePath path, Action<SchemaProblem> report)
    {
        var limits = schema.Limits;
        if (sequence.Items.Length < 2 || limits is null || (!limits.IsSet && limits.Keys.IsEmpty))
            return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < sequence.Items.Length; i++)
        {
            var identity = limits.IsSet ? Identity(sequence.Items[i]) : Identity(sequence.Items[i], schema);
            if (identity is null || seen.Add(identity))
                continue;
            var what = limits.IsSet ? "repeats an item of the list" : $"has the same {string.Join(" and ", limits.Keys.Select(key => $"'{key}'"))} as another item";
            path.Enter(i);
            report(new(Place(sequence.Items[i], schema), $"'{path}' {what}"));
            path.Leave();
        }
    }

    private static YamlNode Place(YamlNode item, Schema schema) =>
        item is YamlMapping mapping ? schema.Limits?.Keys.Select(key => mapping[key]).FirstOrDefault(key => key is not null) ?? item : item;

    /// <summary>The identity of an item that is a single value; null for others, and for what is not known.</summary>
    private static string? Identity(YamlNode item) => item is YamlScalar scalar && !ValueTypes.IsOpen(scalar) ? $"{ValueTypes.Of(scalar)} {scalar.CanonicalValue}" : null;

    /// <summary>What tells an item from others; null when a part of it is missing, or not known.</summary>
    private static string? Identity(YamlNode item, Schema schema)
    {
        if (item is not YamlMapping mapping || schema.Limits is not { } limits)
            return null;
        var parts = new string[limits.Keys.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if ((mapping[limits.Keys[i]] ?? schema.Items?.Property(limits.Keys[i])?.Default) is not { } value || Identity(value) is not { } part)
                return null;
            parts[i] = part;
        }
        return string.Join('\n', parts);
    }
}
