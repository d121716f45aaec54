using System.Collections.Immutable;
using FluxLint.Text;

namespace FluxLint.Syntax;

/// <summary>A mapping, in block or flow style. Keys keep their order.</summary>
public sealed class YamlMapping : YamlNode
{
    // A table of the keys costs as much as a few searches, and most mappings are small or searched once.
    private const int FewEntries = 32;
    private const int FewSearches = 8;

    private Dictionary<string, int>? places;
    private byte searches;

    internal YamlMapping(SourceText source, TextSpan span, ImmutableArray<YamlEntry> entries, bool isFlow = false, YamlProperties? properties = null, Derivation? derivation = null)
        : base(source, span, properties, derivation)
    {
        Entries = entries;
        IsFlow = isFlow;
    }

    /// <summary>The entries in order, duplicates included.</summary>
    public ImmutableArray<YamlEntry> Entries { get; }

    /// <summary>Whether it is written in braces.</summary>
    public bool IsFlow { get; }

    /// <summary>The value of a key; null when the key is absent. Of duplicates the first counts.</summary>
    public YamlNode? this[string name] => Find(name) is { } index ? Entries[index].Value : null;

    /// <summary>Whether the key is there, whatever its value.</summary>
    public bool Contains(string name) => Find(name) is not null;

    /// <summary>The key node itself, to point at; null when the key is absent.</summary>
    public YamlNode? KeyOf(string name) => Find(name) is { } index ? Entries[index].Key : null;

    /// <summary>The value of a key when it is a mapping.</summary>
    public YamlMapping? Mapping(string name) => this[name] as YamlMapping;

    /// <summary>The value of a key when it is a sequence.</summary>
    public YamlSequence? Sequence(string name) => this[name] as YamlSequence;

    /// <summary>The value of a key when it is a scalar that is not null.</summary>
    public YamlScalar? Scalar(string name) => this[name] is YamlScalar { IsNull: false } scalar ? scalar : null;

    /// <summary>The text of a scalar that is not null.</summary>
    public string? Text(string name) => Scalar(name)?.Value;

    /// <summary>Whether the value of a key is the boolean true.</summary>
    public bool IsTrue(string name) => this[name] is YamlScalar { Kind: ScalarKind.Boolean, CanonicalValue: "true" };

    /// <summary>The node at a path of keys; null when a step is missing.</summary>
    public YamlNode? At(params ReadOnlySpan<string> path)
    {
        YamlNode? node = this;
        foreach (var name in path)
            node = (node as YamlMapping)?[name];
        return node;
    }

    /// <summary>The same mapping with one value set: in place when the key is there, else at the end.</summary>
    /// <param name="name">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="key">The key node when the key is new; one at the value's location when null.</param>
    internal YamlMapping With(string name, YamlNode value, YamlNode? key = null) =>
        Find(name) is { } index
            ? WithEntries(Entries.SetItem(index, Entries[index] with { Value = value }))
            : WithEntries(Entries.Add(new(key ?? YamlScalar.Create(name, value.Location), value)));

    /// <summary>The same mapping with every value replaced; the same instance when no value changed.</summary>
    internal YamlMapping WithValues(Func<YamlEntry, YamlNode> change)
    {
        ImmutableArray<YamlEntry>.Builder? changed = null;
        for (var i = 0; i < Entries.Length; i++)
        {
            var value = change(Entries[i]);
            if (ReferenceEquals(value, Entries[i].Value))
                continue;
            changed ??= Entries.ToBuilder();
            changed[i] = Entries[i] with { Value = value };
        }
        return changed is null ? this : WithEntries(changed.DrainToImmutable());
    }

    /// <summary>The same mapping without a key.</summary>
    internal YamlMapping Without(string name) => Find(name) is { } index ? WithEntries(Entries.RemoveAt(index)) : this;

    /// <summary>The same mapping with other entries.</summary>
    internal YamlMapping WithEntries(ImmutableArray<YamlEntry> entries) => new(Source, Span, entries, IsFlow, Properties, Derivation);

    /// <inheritdoc/>
    internal override YamlMapping WithDerivation(Derivation? derivation) => new(Source, Span, Entries, IsFlow, Properties, derivation);

    private int? Find(string name)
    {
        if (Entries.Length > FewEntries && (places is not null || ++searches > FewSearches))
            return (places ??= Places()).TryGetValue(name, out var place) ? place : null;
        var entries = Entries.AsSpan();
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].Key is YamlScalar key && key.Value == name)
                return i;
        }
        return null;
    }

    private Dictionary<string, int> Places()
    {
        var found = new Dictionary<string, int>(Entries.Length, StringComparer.Ordinal);
        for (var i = 0; i < Entries.Length; i++)
        {
            if (Entries[i].Name is { } name)
                found.TryAdd(name, i);
        }
        return found;
    }
}
