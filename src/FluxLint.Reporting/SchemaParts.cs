using FluxLint.Schemas;

namespace FluxLint.Reporting;

/// <summary>The parts of a schema that it has more than once, each with a name.</summary>
internal sealed class SchemaParts
{
    private const int MaximumDepth = 48;
    private const int MaximumParts = 50_000;

    private readonly HashSet<Schema> met = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<Schema, string> found = new(ReferenceEqualityComparer.Instance);

    private SchemaParts()
    {
    }

    /// <summary>The parts in the order in which they are met, each with a name of its own.</summary>
    public List<KeyValuePair<Schema, string>> Shared { get; } = [];

    public static SchemaParts Of(Schema schema)
    {
        var parts = new SchemaParts();
        parts.Visit(schema, "object", depth: 0);
        return parts;
    }

    /// <summary>The name of a part; null for one that is there once.</summary>
    public string? NameOf(Schema schema) => found.GetValueOrDefault(schema);

    private void Visit(Schema schema, string name, int depth)
    {
        if (depth > MaximumDepth || met.Count > MaximumParts)
            return;
        if (!met.Add(schema))
        {
            if (schema.Properties is { Count: > 0 } && !found.ContainsKey(schema))
            {
                found[schema] = Unique(name);
                Shared.Add(new(schema, found[schema]));
            }
            return;
        }
        foreach (var property in schema.PropertyNames)
        {
            if (schema.Property(property) is { } field)
                Visit(field, property, depth + 1);
        }
        if (schema.Items is { } items)
            Visit(items, name, depth + 1);
        if (schema.AdditionalProperties is { } values)
            Visit(values, name, depth + 1);
    }

    private string Unique(string name)
    {
        // What a pointer would have to escape has no place in a name.
        var plain = string.Concat(name.Where(char.IsAsciiLetterOrDigit));
        var unique = plain;
        for (var i = 2; !names.Add(unique); i++)
            unique = $"{plain}{i}";
        return unique;
    }
}
