using System.Collections.Immutable;
using FluxLint.Schemas;
using FluxLint.Syntax;

namespace FluxLint.SchemaStore;

/// <summary>Writes one schema, as <c>StoreBlock</c> reads it.</summary>
internal sealed class SchemaWriter
{
    private readonly ByteWriter writer = new();
    private readonly Func<string, int> text;
    private readonly Func<Schema, int> number;

    private SchemaWriter(Func<string, int> text, Func<Schema, int> number)
    {
        this.text = text;
        this.number = number;
    }

    /// <summary>The bytes of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="text">Gives the number of a text.</param>
    /// <param name="number">Gives the number of another schema.</param>
    public static byte[] Write(Schema schema, Func<string, int> text, Func<Schema, int> number)
    {
        var written = new SchemaWriter(text, number);
        written.Write(schema);
        return written.writer.ToArray();
    }

    private void Write(Schema schema)
    {
        // Nothing can be said by a rule without a condition.
        ImmutableArray<SchemaRule> rules = [.. schema.Rules.Where(rule => rule.Condition is not null)];
        var parts = Parts(schema) | (rules.IsEmpty ? StoreParts.None : StoreParts.Rules);
        writer.Number((int)parts | (int)schema.Types);
        if (parts.HasFlag(StoreParts.Properties))
        {
            writer.Number(SchemaGraph.Properties(schema).Count());
            foreach (var (name, property) in SchemaGraph.Properties(schema))
            {
                writer.Number(text(name));
                writer.Number(number(property.Value));
            }
        }
        if (schema.ItemSlot is { } items)
            writer.Number(number(items.Value));
        if (schema.AdditionalSlot is { } additional)
            writer.Number(number(additional.Value));
        if (parts.HasFlag(StoreParts.Required))
            Write([.. schema.Required.Order(StringComparer.Ordinal)]);
        if (parts.HasFlag(StoreParts.Enum))
            Write(schema.Enum);
        if (schema.Limits is { } limits)
            Write(limits);
        if (parts.HasFlag(StoreParts.Branches))
            WriteBranches(schema);
        if (parts.HasFlag(StoreParts.Rules))
            Write(rules);
        if (schema.Default is { } value)
            Write(value);
    }

    private void WriteBranches(Schema schema)
    {
        Write(schema.All);
        Write(schema.Any);
        Write(schema.One);
        Write(schema.Not is { } not ? [not] : ImmutableArray<SchemaSlot>.Empty);
    }

    private static StoreParts Parts(Schema schema) =>
        (schema.KeepsUnknownFields ? StoreParts.KeepsUnknownFields : 0)
        | (schema.IsEmbeddedResource ? StoreParts.IsEmbeddedResource : 0)
        | (schema.IsNullable ? StoreParts.IsNullable : 0)
        | (schema.HasDefault ? StoreParts.Default : 0)
        | (schema.AllowsAdditional ? StoreParts.AllowsAdditional : 0)
        | (schema.ForbidsAdditional ? StoreParts.ForbidsAdditional : 0)
        | (schema.Properties is not null ? StoreParts.Properties : 0)
        | (schema.ItemSlot is not null ? StoreParts.Items : 0)
        | (schema.AdditionalSlot is not null ? StoreParts.Additional : 0)
        | (schema.Required.IsEmpty ? 0 : StoreParts.Required)
        | (schema.Enum.IsEmpty ? 0 : StoreParts.Enum)
        | (schema.Limits is not null ? StoreParts.Limits : 0)
        | (schema.All.IsEmpty && schema.Any.IsEmpty && schema.One.IsEmpty && schema.Not is null ? 0 : StoreParts.Branches);

    private void Write(ImmutableArray<string> names)
    {
        writer.Number(names.Length);
        foreach (var name in names)
            writer.Number(text(name));
    }

    private void Write(ImmutableArray<SchemaSlot> branches)
    {
        writer.Number(branches.Length);
        foreach (var branch in branches)
            writer.Number(number(branch.Value));
    }

    private void Write(ImmutableArray<SchemaRule> rules)
    {
        writer.Number(rules.Length);
        foreach (var rule in rules)
        {
            writer.Number(text(rule.Written));
            writer.Number(text(rule.WrittenMessage ?? ""));
            writer.Number(text(rule.MessageExpression ?? ""));
        }
    }

    private void Write(ImmutableArray<YamlNode> values)
    {
        writer.Number(values.Length);
        foreach (var value in values)
            Write(value);
    }

    private void Write(YamlNode value)
    {
        switch (value)
        {
            case YamlSequence list:
                writer.Number((int)StoredValueKind.List);
                Write(list.Items);
                break;
            case YamlMapping mapping:
                writer.Number((int)StoredValueKind.Mapping);
                writer.Number(mapping.Entries.Length);
                foreach (var entry in mapping.Entries)
                {
                    writer.Number(text(entry.Name ?? ""));
                    Write(entry.Value);
                }
                break;
            case YamlScalar scalar:
                writer.Number((int)(scalar.Kind is ScalarKind.String or ScalarKind.Timestamp ? StoredValueKind.Text : StoredValueKind.Plain));
                writer.Number(text(scalar.Value));
                break;
        }
    }

    private void Write(SchemaLimits limits)
    {
        writer.Number((int)(
            (limits.Minimum is not null ? StoreLimits.Minimum : 0)
            | (limits.Maximum is not null ? StoreLimits.Maximum : 0)
            | (limits.ExcludesMinimum ? StoreLimits.ExcludesMinimum : 0)
            | (limits.ExcludesMaximum ? StoreLimits.ExcludesMaximum : 0)
            | (limits.MultipleOf is not null ? StoreLimits.MultipleOf : 0)
            | (limits.MinLength is not null ? StoreLimits.MinLength : 0)
            | (limits.MaxLength is not null ? StoreLimits.MaxLength : 0)
            | (limits.MinItems is not null ? StoreLimits.MinItems : 0)
            | (limits.MaxItems is not null ? StoreLimits.MaxItems : 0)
            | (limits.MinProperties is not null ? StoreLimits.MinProperties : 0)
            | (limits.MaxProperties is not null ? StoreLimits.MaxProperties : 0)
            | (limits.Pattern is not null ? StoreLimits.Pattern : 0)
            | (limits.Format is not null ? StoreLimits.Format : 0)
            | (limits.IsSet ? StoreLimits.IsSet : 0)
            | (limits.Keys.IsEmpty ? 0 : StoreLimits.Keys)));
        foreach (var fraction in new[] { limits.Minimum, limits.Maximum, limits.MultipleOf })
        {
            if (fraction is { } value)
                writer.Fraction(value);
        }
        foreach (var count in new[] { limits.MinLength, limits.MaxLength, limits.MinItems, limits.MaxItems, limits.MinProperties, limits.MaxProperties })
        {
            if (count is { } value)
                writer.Number(value);
        }
        foreach (var word in new[] { limits.Pattern, limits.Format })
        {
            if (word is not null)
                writer.Number(text(word));
        }
        if (!limits.Keys.IsEmpty)
            Write(limits.Keys);
    }
}
