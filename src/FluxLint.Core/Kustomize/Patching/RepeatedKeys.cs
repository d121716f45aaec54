using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Patching;

/// <summary>Keys that a mapping has twice. What kustomize reads by way of JSON has the last of them, and what it keeps as YAML cannot be printed.</summary>
internal static class RepeatedKeys
{
    // Among so few, comparing each with each costs less than a set.
    private const int FewEntries = 8;

    /// <summary>The node with the last value of each key, in the place of the first; the same node where no key is repeated.</summary>
    public static YamlNode KeepLast(YamlNode node) => node switch
    {
        YamlMapping mapping => KeepLast(mapping),
        YamlSequence sequence => KeepLast(sequence),
        _ => node,
    };

    /// <summary>The first key that its mapping has before; null when every key is there once.</summary>
    public static YamlNode? First(YamlNode node)
    {
        if (node is YamlMapping mapping)
        {
            if (FirstHere(mapping) is { } here)
                return here;
            foreach (var entry in mapping.Entries)
            {
                if (First(entry.Value) is { } below)
                    return below;
            }
        }
        else if (node is YamlSequence sequence)
        {
            foreach (var item in sequence.Items)
            {
                if (First(item) is { } below)
                    return below;
            }
        }
        return null;
    }

    /// <summary>Says that a key is repeated.</summary>
    public static string Describe(string? key) => $"the key '{key}' is in this mapping twice";

    private static YamlMapping KeepLast(YamlMapping mapping)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>(mapping.Entries.Length);
        var places = new Dictionary<string, int>(mapping.Entries.Length, StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            var kept = entry with { Value = KeepLast(entry.Value) };
            if (entry.Name is { } name && !places.TryAdd(name, entries.Count))
                entries[places[name]] = kept;
            else
                entries.Add(kept);
        }
        return entries.Count == mapping.Entries.Length && entries.SequenceEqual(mapping.Entries) ? mapping : mapping.WithEntries(entries.ToImmutable());
    }

    private static YamlSequence KeepLast(YamlSequence sequence)
    {
        var items = ImmutableArray.CreateRange(sequence.Items, KeepLast);
        return items.AsSpan().SequenceEqual(sequence.Items.AsSpan(), ReferenceEqualityComparer.Instance) ? sequence : sequence.WithItems(items);
    }

    private static YamlNode? FirstHere(YamlMapping mapping)
    {
        if (mapping.Entries.Length <= FewEntries)
            return FirstOfFew(mapping);
        var seen = new HashSet<string>(mapping.Entries.Length, StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            if (entry.Name is { } name && !seen.Add(name))
                return entry.Key;
        }
        return null;
    }

    private static YamlNode? FirstOfFew(YamlMapping mapping)
    {
        for (var i = 1; i < mapping.Entries.Length; i++)
        {
            for (var before = 0; before < i; before++)
            {
                if (mapping.Entries[i].Name is { } name && name == mapping.Entries[before].Name)
                    return mapping.Entries[i].Key;
            }
        }
        return null;
    }
}
