using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Patching;

/// <summary>Keys that a mapping has twice. What kustomize reads by way of JSON has the last of them, and what it keeps as YAML cannot be printed.</summary>
internal static class RepeatedKeys
{
    /// <summary>The node with the last value of each key, in the place of the first; the same node where no key is repeated.</summary>
    public static YamlNode KeepLast(YamlNode node) => node switch
    {
        YamlMapping mapping => KeepLast(mapping),
        YamlSequence sequence => KeepLast(sequence),
        _ => node,
    };

    /// <summary>The first key that its mapping has before; null when every key is there once.</summary>
    public static YamlNode? First(YamlNode node) => node switch
    {
        YamlMapping mapping => FirstHere(mapping) ?? mapping.Entries.Select(entry => First(entry.Value)).FirstOrDefault(key => key is not null),
        YamlSequence sequence => sequence.Items.Select(First).FirstOrDefault(key => key is not null),
        _ => null,
    };

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
        if (mapping.Entries.Length < 2)
            return null;
        var seen = new HashSet<string>(mapping.Entries.Length, StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            if (entry.Name is { } name && !seen.Add(name))
                return entry.Key;
        }
        return null;
    }
}
