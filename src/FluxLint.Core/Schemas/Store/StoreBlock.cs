using System.Collections.Immutable;
using System.Text;
using FluxLint.Diagnostics;
using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>
/// A part of a store that is unpacked as a whole: its texts, its schemas, each of which is there once however many kinds and
/// releases have it, and its kinds. A text or a schema is read when it is first asked for. Safe on many threads.
/// </summary>
internal sealed class StoreBlock
{
    private static readonly Location Nowhere = Location.OfPath("");

    private readonly byte[] data;
    private readonly int[] texts;
    private readonly int[] places;
    private readonly string?[] readTexts;
    private readonly Schema?[] schemas;

    public StoreBlock(byte[] data)
    {
        this.data = data;
        var cursor = new StoreCursor(data);
        texts = Places(ref cursor);
        places = Places(ref cursor);
        readTexts = new string?[texts.Length - 1];
        schemas = new Schema?[places.Length - 1];
        Kinds = ReadKinds(ref cursor);
    }

    public Dictionary<GroupKind, StoredKind> Kinds { get; }

    public Schema Schema(int index) => schemas[index] ?? Interlocked.CompareExchange(ref schemas[index], Read(places[index]), null) ?? schemas[index] ?? SchemaReader.Anything;

    /// <summary>Where each part of a list starts, and the last one ends: their lengths stand in front of them.</summary>
    private static int[] Places(ref StoreCursor cursor)
    {
        var starts = new int[cursor.Number() + 1];
        for (var i = 1; i < starts.Length; i++)
            starts[i] = starts[i - 1] + cursor.Number();
        var start = cursor.Skip(starts[^1]);
        for (var i = 0; i < starts.Length; i++)
            starts[i] += start;
        return starts;
    }

    private Dictionary<GroupKind, StoredKind> ReadKinds(ref StoreCursor cursor)
    {
        var count = cursor.Number();
        var kinds = new Dictionary<GroupKind, StoredKind>(count);
        for (var i = 0; i < count; i++)
        {
            var name = new GroupKind(Text(cursor.Number()), Text(cursor.Number()));
            var scope = cursor.Number();
            var versions = new StoredVersion[cursor.Number()];
            for (var j = 0; j < versions.Length; j++)
                versions[j] = ReadVersion(ref cursor);
            kinds.Add(name, new(scope == 0 ? null : (ResourceScope)(scope - 1), [.. versions]));
        }
        return kinds;
    }

    private StoredVersion ReadVersion(ref StoreCursor cursor)
    {
        var name = Text(cursor.Number());
        var spans = new StoredSpan[cursor.Number()];
        for (var i = 0; i < spans.Length; i++)
        {
            var (first, last, state, schema) = (cursor.Number(), cursor.Number(), (VersionState)cursor.Number(), cursor.Number());
            spans[i] = new(first, last, state, schema == 0 ? null : new StoredSchema(this, schema - 1));
        }
        return new(name, [.. spans]);
    }

    private Schema Read(int place)
    {
        var cursor = new StoreCursor(data, place);
        var parts = (StoreParts)cursor.Number();
        return new()
        {
            Types = (SchemaTypes)((int)parts & 0x3F),
            KeepsUnknownFields = parts.HasFlag(StoreParts.KeepsUnknownFields),
            IsEmbeddedResource = parts.HasFlag(StoreParts.IsEmbeddedResource),
            IsNullable = parts.HasFlag(StoreParts.IsNullable),
            AllowsAdditional = parts.HasFlag(StoreParts.AllowsAdditional),
            ForbidsAdditional = parts.HasFlag(StoreParts.ForbidsAdditional),
            Properties = parts.HasFlag(StoreParts.Properties) ? ReadProperties(ref cursor) : null,
            ItemSlot = parts.HasFlag(StoreParts.Items) ? ReadSlot(ref cursor) : null,
            AdditionalSlot = parts.HasFlag(StoreParts.Additional) ? ReadSlot(ref cursor) : null,
            Required = parts.HasFlag(StoreParts.Required) ? ReadTexts(ref cursor) : [],
            Enum = parts.HasFlag(StoreParts.Enum) ? ReadValues(ref cursor) : [],
            Limits = parts.HasFlag(StoreParts.Limits) ? ReadLimits(ref cursor) : null,
            All = parts.HasFlag(StoreParts.Branches) ? ReadSlots(ref cursor) : [],
            Any = parts.HasFlag(StoreParts.Branches) ? ReadSlots(ref cursor) : [],
            One = parts.HasFlag(StoreParts.Branches) ? ReadSlots(ref cursor) : [],
            Not = parts.HasFlag(StoreParts.Branches) ? ReadSlots(ref cursor) is [var not] ? not : null : null,
            Rules = parts.HasFlag(StoreParts.Rules) ? ReadRules(ref cursor) : [],
            Default = parts.HasFlag(StoreParts.Default) ? ReadValue(ref cursor) : null,
        };
    }

    private OrderedDictionary<string, SchemaSlot> ReadProperties(ref StoreCursor cursor)
    {
        var count = cursor.Number();
        var properties = new OrderedDictionary<string, SchemaSlot>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
            properties.Add(Text(cursor.Number()), ReadSlot(ref cursor));
        return properties;
    }

    private StoredSchema ReadSlot(ref StoreCursor cursor) => new(this, cursor.Number());

    private ImmutableArray<SchemaSlot> ReadSlots(ref StoreCursor cursor)
    {
        var slots = new SchemaSlot[cursor.Number()];
        for (var i = 0; i < slots.Length; i++)
            slots[i] = ReadSlot(ref cursor);
        return [.. slots];
    }

    private ImmutableArray<string> ReadTexts(ref StoreCursor cursor)
    {
        var read = new string[cursor.Number()];
        for (var i = 0; i < read.Length; i++)
            read[i] = Text(cursor.Number());
        return [.. read];
    }

    private ImmutableArray<SchemaRule> ReadRules(ref StoreCursor cursor)
    {
        var rules = new SchemaRule[cursor.Number()];
        for (var i = 0; i < rules.Length; i++)
            rules[i] = new(Text(cursor.Number()), NullIfEmpty(Text(cursor.Number())), NullIfEmpty(Text(cursor.Number())));
        return [.. rules];
    }

    private ImmutableArray<YamlNode> ReadValues(ref StoreCursor cursor)
    {
        var values = new YamlNode[cursor.Number()];
        for (var i = 0; i < values.Length; i++)
            values[i] = ReadValue(ref cursor);
        return [.. values];
    }

    private YamlNode ReadValue(ref StoreCursor cursor) => (StoredValueKind)cursor.Number() switch
    {
        StoredValueKind.List => new YamlSequence(Nowhere.Source, Nowhere.Span, ReadValues(ref cursor)),
        StoredValueKind.Mapping => ReadMapping(ref cursor),
        var kind => YamlScalar.Create(Text(cursor.Number()), Nowhere, kind == StoredValueKind.Text),
    };

    private YamlMapping ReadMapping(ref StoreCursor cursor)
    {
        var entries = new YamlEntry[cursor.Number()];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = new(YamlScalar.Create(Text(cursor.Number()), Nowhere), ReadValue(ref cursor));
        return new(Nowhere.Source, Nowhere.Span, [.. entries]);
    }

    private SchemaLimits ReadLimits(ref StoreCursor cursor)
    {
        var limits = (StoreLimits)cursor.Number();
        return new()
        {
            Minimum = limits.HasFlag(StoreLimits.Minimum) ? cursor.Fraction() : null,
            Maximum = limits.HasFlag(StoreLimits.Maximum) ? cursor.Fraction() : null,
            ExcludesMinimum = limits.HasFlag(StoreLimits.ExcludesMinimum),
            ExcludesMaximum = limits.HasFlag(StoreLimits.ExcludesMaximum),
            MultipleOf = limits.HasFlag(StoreLimits.MultipleOf) ? cursor.Fraction() : null,
            MinLength = limits.HasFlag(StoreLimits.MinLength) ? cursor.Number() : null,
            MaxLength = limits.HasFlag(StoreLimits.MaxLength) ? cursor.Number() : null,
            MinItems = limits.HasFlag(StoreLimits.MinItems) ? cursor.Number() : null,
            MaxItems = limits.HasFlag(StoreLimits.MaxItems) ? cursor.Number() : null,
            MinProperties = limits.HasFlag(StoreLimits.MinProperties) ? cursor.Number() : null,
            MaxProperties = limits.HasFlag(StoreLimits.MaxProperties) ? cursor.Number() : null,
            Pattern = limits.HasFlag(StoreLimits.Pattern) ? Text(cursor.Number()) : null,
            Format = limits.HasFlag(StoreLimits.Format) ? Text(cursor.Number()) : null,
            IsSet = limits.HasFlag(StoreLimits.IsSet),
            Keys = limits.HasFlag(StoreLimits.Keys) ? ReadTexts(ref cursor) : [],
        };
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private string Text(int index) => readTexts[index] ??= Encoding.UTF8.GetString(data, texts[index], texts[index + 1] - texts[index]);
}
