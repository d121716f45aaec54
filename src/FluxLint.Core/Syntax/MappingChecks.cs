namespace FluxLint.Syntax;

/// <summary>What go-yaml refuses in a mapping and YamlDotNet lets pass.</summary>
internal static class MappingChecks
{
    // Below that, comparing each with each costs less than a table.
    private const int FewEntries = 16;

    public static void Check(ReadOnlySpan<YamlEntry> entries, List<YamlProblem> problems)
    {
        var seen = entries.Length <= FewEntries ? null : new Dictionary<string, YamlNode>(entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = entries[i];
            if (entry.Name is { } name && (seen is null ? Find(entries[..i], name) : FindOrAdd(seen, name, entry.Key)) is { } first)
                problems.Add(new(YamlProblemKind.DuplicateKey, entry.Key.Location, name, first.Location));
            if (entry.Key is YamlScalar { Span.Length: 0, Properties: null } missing)
                problems.Add(new(YamlProblemKind.Syntax, missing.Location, "a key is missing here"));
            if (AliasExpander.IsMergeKey(entry.Key) && !AliasExpander.CanMerge(entry.Value))
                problems.Add(new(YamlProblemKind.Syntax, (entry.Value.Span.Length > 0 ? entry.Value : entry.Key).Location, "a merge key '<<' needs a mapping, or a list of mappings"));
        }
    }

    private static YamlNode? Find(ReadOnlySpan<YamlEntry> entries, string name)
    {
        foreach (var entry in entries)
        {
            if (entry.Name == name)
                return entry.Key;
        }
        return null;
    }

    private static YamlNode? FindOrAdd(Dictionary<string, YamlNode> seen, string name, YamlNode key) =>
        seen.TryAdd(name, key) ? null : seen[name];

    /// <summary>What stands behind a value of a flow mapping in place of the comma. Behind an anchored scalar YamlDotNet takes anything for it.</summary>
    public static int? FindUnseparated(string text, int valueEnd, int next, bool isEnd)
    {
        var gap = text.AsSpan(valueEnd, Math.Max(0, next - valueEnd)).TrimStart();
        return gap is [',' or '#', ..] || (isEnd && gap.IsEmpty) ? null : next - gap.Length;
    }
}
