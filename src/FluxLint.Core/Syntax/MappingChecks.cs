using System.Collections.Immutable;

namespace FluxLint.Syntax;

/// <summary>What go-yaml refuses in a mapping and YamlDotNet lets pass.</summary>
internal static class MappingChecks
{
    public static void Check(ImmutableArray<YamlEntry>.Builder entries, List<YamlProblem> problems)
    {
        var seen = entries.Count < 2 ? null : new Dictionary<string, YamlNode>(entries.Count);
        foreach (var entry in entries)
        {
            if (entry.Name is { } name && seen?.TryAdd(name, entry.Key) == false)
                problems.Add(new(YamlProblemKind.DuplicateKey, entry.Key.Location, name, seen[name].Location));
            if (entry.Key is YamlScalar { Span.Length: 0, Properties: null } missing)
                problems.Add(new(YamlProblemKind.Syntax, missing.Location, "a key is missing here"));
            if (AliasExpander.IsMergeKey(entry.Key) && !AliasExpander.CanMerge(entry.Value))
                problems.Add(new(YamlProblemKind.Syntax, (entry.Value.Span.Length > 0 ? entry.Value : entry.Key).Location, "a merge key '<<' needs a mapping, or a list of mappings"));
        }
    }

    /// <summary>What stands behind a value of a flow mapping in place of the comma. Behind an anchored scalar YamlDotNet takes anything for it.</summary>
    public static int? FindUnseparated(string text, int valueEnd, int next, bool isEnd)
    {
        var gap = text.AsSpan(valueEnd, Math.Max(0, next - valueEnd)).TrimStart();
        return gap is [',' or '#', ..] || (isEnd && gap.IsEmpty) ? null : next - gap.Length;
    }
}
