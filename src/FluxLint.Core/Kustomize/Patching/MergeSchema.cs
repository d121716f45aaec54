using System.Collections.Immutable;

namespace FluxLint.Kustomize.Patching;

/// <summary>What strategic merge must know of a type: which of its lists are merged rather than replaced, and by which keys.</summary>
internal sealed class MergeSchema
{
    private readonly Dictionary<string, MergeSchema> fields;
    private readonly MergeSchema? values;

    private MergeSchema(Dictionary<string, MergeSchema> fields, MergeSchema? values, MergeSchema? items, bool isMergedList, ImmutableArray<string> keys)
    {
        this.fields = fields;
        this.values = values;
        Items = items;
        IsMergedList = isMergedList;
        Keys = keys;
    }

    /// <summary>The type of a list's items; null when nothing is known of it.</summary>
    public MergeSchema? Items { get; }

    /// <summary>Whether a patch merges into the list.</summary>
    public bool IsMergedList { get; }

    /// <summary>The fields that identify an item of a merged list; none when its items are plain values.</summary>
    public ImmutableArray<string> Keys { get; }

    /// <summary>The type of a field; null when nothing is known of it.</summary>
    public MergeSchema? Field(string name) => fields.GetValueOrDefault(name) ?? values;

    /// <summary>A type with fields, of which only those that lead to a merged list need naming.</summary>
    public static MergeSchema Object(params (string Name, MergeSchema Schema)[] fields) => new(ToDictionary(fields), null, null, false, []);

    /// <summary>The same type with more fields.</summary>
    public MergeSchema With(params (string Name, MergeSchema Schema)[] more)
    {
        var all = new Dictionary<string, MergeSchema>(fields, StringComparer.Ordinal);
        foreach (var (name, schema) in more)
            all[name] = schema;
        return new(all, values, Items, IsMergedList, Keys);
    }

    /// <summary>A map from any name to one type.</summary>
    public static MergeSchema MapOf(MergeSchema values) => new([], values, null, false, []);

    /// <summary>A list that a patch replaces.</summary>
    public static MergeSchema ReplacedList(MergeSchema items) => new([], null, items, false, []);

    /// <summary>A list whose items are identified by keys.</summary>
    public static MergeSchema KeyedList(MergeSchema? items, params ImmutableArray<string> keys) => new([], null, items, true, keys);

    /// <summary>A list of plain values that a patch adds to.</summary>
    public static MergeSchema ValueList { get; } = new([], null, null, true, []);

    private static Dictionary<string, MergeSchema> ToDictionary((string Name, MergeSchema Schema)[] fields)
    {
        var all = new Dictionary<string, MergeSchema>(fields.Length, StringComparer.Ordinal);
        foreach (var (name, schema) in fields)
            all.Add(name, schema);
        return all;
    }
}
