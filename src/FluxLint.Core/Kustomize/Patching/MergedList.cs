using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Patching;

/// <summary>
/// Merges two lists whose items have keys. It follows kustomize step by step rather than the idea behind the steps, because they part
/// where an item lacks a key, has it twice, or is matched by one key of several.
/// </summary>
internal sealed class MergedList
{
    private readonly StrategicMerge merge;
    private readonly MergeSchema schema;
    private readonly ImmutableArray<string> keys;
    private readonly List<YamlNode> existing;
    private readonly List<YamlNode>? changes;

    public MergedList(StrategicMerge merge, MergeSchema schema, YamlSequence target, YamlSequence? patch)
    {
        this.merge = merge;
        this.schema = schema;
        keys = schema.Keys.IsEmpty ? [""] : schema.Keys;
        existing = [.. target.Items];
        changes = ReferenceEquals(target, patch) ? existing : patch is null ? null : [.. patch.Items];
    }

    public ImmutableArray<YamlNode> Merge()
    {
        var identities = Identities();
        if (identities.Count == 0)
            return [.. existing];
        if (changes is null && identities.Count == existing.Count && identities.TrueForAll(identity => Array.TrueForAll(identity, value => value != "")))
            return [.. existing.Select(item => merge.Merge(item, null, schema.Items) ?? item)];
        if (keys.Length > 1)
            Complete(identities);

        var used = keys.Where((_, index) => identities.Exists(identity => identity[index] != "")).ToImmutableArray();
        used = used.IsEmpty ? keys : used;
        var merged = new List<YamlNode>();
        foreach (var identity in identities)
        {
            var values = used.Select(key => identity[keys.IndexOf(key)]).ToList();
            var item = MergeItem(used, values);
            if (item is null or YamlScalar { IsNull: true } or YamlMapping { Entries.IsEmpty: true })
                Put(existing, null, used, values);
            else
                Put(merged, item, used, values);
        }
        Append(merged, used);
        return [.. merged];
    }

    /// <summary>The values of the keys, of the patch's items first, each set of values once.</summary>
    private List<string[]> Identities()
    {
        var found = new List<string[]>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in changes is null || ReferenceEquals(changes, existing) ? existing : changes.Concat(existing))
        {
            var identity = keys[0] == "" ? [NodeText.Of(item)] : keys.Select(key => item is YamlMapping mapping ? ValueOf(mapping, key) : "").ToArray();
            if (seen.Add(string.Join('\0', identity)))
                found.Add(identity);
        }
        return found;
    }

    private static string ValueOf(YamlMapping item, string key) => item[key] is { } value and not YamlScalar { IsNull: true } ? NodeText.Of(value) : "";

    /// <summary>Takes two items for one when they share a key and one of them lacks the other key.</summary>
    private static void Complete(List<string[]> identities)
    {
        for (var i = 0; i < identities.Count; i++)
        {
            // The enumeration keeps the row as it was while both places take the completed one.
            var row = identities[i];
            for (var j = 0; j < identities.Count; j++)
            {
                if (Common(row, identities[j]) is { } common)
                    identities[i] = identities[j] = common;
            }
        }
    }

    private static string[]? Common(string[] left, string[] right)
    {
        var pairs = left.Zip(right).ToList();
        return pairs.Exists(pair => pair.First == pair.Second) && pairs.TrueForAll(pair => pair.First == pair.Second || pair.First == "" || pair.Second == "")
            ? [.. pairs.Select(pair => pair.First != "" ? pair.First : pair.Second)]
            : null;
    }

    private YamlNode? MergeItem(ImmutableArray<string> used, List<string> values)
    {
        var target = Find(existing, used, values);
        var patch = changes is null ? -1 : Find(changes, used, values);
        var before = target < 0 ? null : existing[target];
        var change = patch < 0 || changes is null ? null : changes[patch];
        var item = merge.Merge(before, change, schema.Items);

        // kustomize merges in place, but an item that the patch replaces stays what it was in the list.
        var isReplaced = change is YamlMapping mapping && mapping["$patch"] is YamlScalar { Value: "replace" };
        if (item is YamlMapping && target >= 0 && (!isReplaced || ReferenceEquals(changes, existing)))
            existing[target] = item;
        // A directive is taken out of the patch as it is read, so that a second look at the item does not find it.
        else if (change is YamlMapping directed && changes is not null && directed["$patch"] is YamlScalar { Value: "delete" or "replace" or "merge" })
            changes[patch] = directed.Without("$patch");
        return item;
    }

    private static int Find(List<YamlNode> items, ImmutableArray<string> used, List<string> values)
    {
        if (used[0] == "")
            return items.FindIndex(item => NodeText.Of(item) == values[0]);
        var present = values.Exists(value => value != "");
        return items.FindIndex(item => item is YamlMapping mapping && Matches(mapping));

        bool Matches(YamlMapping item)
        {
            for (var i = 0; i < used.Length; i++)
            {
                if ((values[i] != "" || !present) && (item[used[i]] is not { } value || NodeText.Of(value) != values[i]))
                    return false;
            }
            return true;
        }
    }

    /// <summary>Puts an item in the place of every item with the same values, else at the end; no item takes those away.</summary>
    private void Put(List<YamlNode> items, YamlNode? item, ImmutableArray<string> used, List<string> values)
    {
        var kept = new List<YamlNode>(items.Count + 1);
        var found = false;
        foreach (var candidate in items)
        {
            if (candidate is YamlScalar { IsNull: true } or YamlMapping { Entries.IsEmpty: true })
                continue;
            if (candidate is not YamlMapping && used[0] != "" && values is [not "", ..])
            {
                kept.Add(candidate);
                continue;
            }
            if (!IsMatch(candidate, used, values))
            {
                if (values.Count > 0)
                    kept.Add(candidate);
                continue;
            }
            found = true;
            if (item is not null)
                kept.Add(item);
        }
        if (!found && item is not null)
            kept.Add(item);
        items.Clear();
        items.AddRange(kept);
    }

    private bool IsMatch(YamlNode item, ImmutableArray<string> used, List<string> values)
    {
        // A key without a value to compare takes over the verdict on the key before it.
        var isMatch = false;
        for (var i = 0; i < used.Length; i++)
        {
            isMatch = i < values.Count ? HasValue(item, used[i], values[i]) : isMatch;
            if (!isMatch)
                return false;
        }
        return isMatch;
    }

    private bool HasValue(YamlNode item, string key, string value)
    {
        if (key == "")
        {
            if (item is not YamlScalar)
                merge.Fail(item, "a list of plain values has an item that is none");
            return NodeText.Of(item) == value;
        }
        if (item is not YamlMapping mapping)
        {
            merge.Fail(item, $"a list that is merged by '{key}' has an item without fields");
            return false;
        }
        return mapping[key] is { } present && (value == "" || NodeText.Of(present) == value);
    }

    /// <summary>Puts what stood in the list behind, or in the place of, what was merged.</summary>
    private void Append(List<YamlNode> merged, ImmutableArray<string> used)
    {
        foreach (var item in existing)
        {
            if (used[0] == "")
            {
                Put(merged, item, used, [NodeText.Of(item)]);
                continue;
            }
            var values = new List<string>();
            foreach (var key in used)
            {
                if (item is not YamlMapping mapping)
                    merge.Fail(item, $"a list that is merged by '{key}' has an item without fields");
                else if (mapping[key] is not { } value)
                    merged.Add(item);
                else
                    values.Add(NodeText.Of(value));
            }
            if (used.Length > 1)
                Put(merged, null, used, values);
            Put(merged, item, used, values);
        }
    }
}
