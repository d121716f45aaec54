using System.Collections.Immutable;

namespace FluxLint.Syntax;

/// <summary>Replaces aliases by their targets and carries out merge keys. Shares every node that holds neither, and expands what several aliases name once.</summary>
internal sealed class AliasExpander
{
    private readonly Dictionary<YamlNode, YamlNode> targets = new(ReferenceEqualityComparer.Instance);

    private AliasExpander()
    {
    }

    public static YamlNode Expand(YamlNode node) => new AliasExpander().ExpandNode(node);

    /// <summary>Whether a key is <c>&lt;&lt;</c>; in quotes it is a key like any other.</summary>
    public static bool IsMergeKey(YamlNode key) =>
        key is YamlScalar { Value: "<<", Style: ScalarStyle.Plain, Properties: null or { Tag: null or "tag:yaml.org,2002:merge" } };

    /// <summary>Whether go-yaml merges a value: a mapping, an alias of one, or a list of these.</summary>
    public static bool CanMerge(YamlNode value) =>
        IsMapping(value) || (value is YamlSequence sequence && sequence.Items.All(IsMapping));

    // An alias without a target has a problem of its own already.
    private static bool IsMapping(YamlNode node) => node is YamlMapping or YamlAlias { Target: YamlMapping or null };

    private YamlNode ExpandNode(YamlNode node) => node switch
    {
        YamlAlias alias => ExpandAlias(alias),
        YamlSequence sequence => ExpandSequence(sequence),
        YamlMapping mapping => ExpandMapping(mapping),
        _ => node,
    };

    private YamlNode ExpandAlias(YamlAlias alias)
    {
        if (alias.Target is not { } target)
            return YamlScalar.Create("null", alias.Location, isText: false);
        if (!targets.TryGetValue(target, out var expanded))
            targets[target] = expanded = ExpandNode(target);
        return expanded;
    }

    private YamlSequence ExpandSequence(YamlSequence sequence)
    {
        var items = ImmutableArray.CreateRange(sequence.Items, ExpandNode);
        return items.AsSpan().SequenceEqual(sequence.Items.AsSpan(), ReferenceEqualityComparer.Instance) ? sequence : sequence.WithItems(items);
    }

    private YamlMapping ExpandMapping(YamlMapping mapping)
    {
        var changed = false;
        var entries = ImmutableArray.CreateBuilder<YamlEntry>(mapping.Entries.Length);
        var merged = new List<YamlMapping>();
        foreach (var entry in mapping.Entries)
        {
            var value = ExpandNode(entry.Value);
            if (IsMergeKey(entry.Key))
            {
                changed = true;
                merged.AddRange(value is YamlSequence sources ? sources.Items.OfType<YamlMapping>() : value is YamlMapping source ? [source] : []);
                continue;
            }
            var key = ExpandNode(entry.Key);
            changed |= !ReferenceEquals(value, entry.Value) || !ReferenceEquals(key, entry.Key);
            entries.Add(new(key, value));
        }
        if (!changed)
            return mapping;

        // A key of the mapping itself wins over a merged one, and an earlier source over a later one.
        var names = entries.Select(entry => entry.Name).ToHashSet();
        foreach (var entry in merged.SelectMany(source => source.Entries))
        {
            if (entry.Name is null || names.Add(entry.Name))
                entries.Add(entry);
        }
        return mapping.WithEntries(entries.ToImmutable());
    }
}
