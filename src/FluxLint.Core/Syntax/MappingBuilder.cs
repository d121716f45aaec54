using System.Collections.Immutable;

namespace FluxLint.Syntax;

/// <summary>Sets many values of a mapping at a cost that grows with their number, where <see cref="YamlMapping.With"/> copies all entries for each.</summary>
internal sealed class MappingBuilder(YamlMapping mapping)
{
    private ImmutableArray<YamlEntry>.Builder? entries;
    private Dictionary<string, int>? places;

    /// <summary>The value of a key as it is now; null when the key is absent.</summary>
    public YamlNode? this[string name] => entries is null ? mapping[name] : Find(name) is { } place ? entries[place].Value : null;

    /// <summary>Sets a value: in place when the key is there, else at the end.</summary>
    public void Set(string name, YamlNode value, YamlNode key)
    {
        entries ??= mapping.Entries.ToBuilder();
        if (Find(name) is { } place)
        {
            entries[place] = entries[place] with { Value = value };
            return;
        }
        places?.Add(name, entries.Count);
        entries.Add(new(key, value));
    }

    /// <summary>The mapping with all that was set; the same instance when nothing was.</summary>
    public YamlMapping ToMapping() => entries is null ? mapping : mapping.WithEntries(entries.ToImmutable());

    private int? Find(string name)
    {
        if (places is null)
        {
            places = new(StringComparer.Ordinal);
            for (var i = 0; i < entries?.Count; i++)
            {
                if (entries[i].Name is { } present)
                    places.TryAdd(present, i);
            }
        }
        return places.TryGetValue(name, out var place) ? place : null;
    }
}
