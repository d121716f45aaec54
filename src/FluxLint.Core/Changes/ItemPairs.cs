using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Changes;

/// <summary>Says which item of a list was which: by its name where all have one, else by its place among those that stayed.</summary>
internal static class ItemPairs
{
    /// <summary>The items that may differ, by their places; null when the lists differ in order alone.</summary>
    public static ImmutableArray<(int? Before, int? After)>? Of(YamlSequence before, YamlSequence after)
    {
        var pairs = Names(before) is { } earlier && Names(after) is { } later ? ByName(earlier, later) : ByPlace(before.Items, after.Items);
        return pairs.Any(pair => pair is not ({ } was, { } now) || !YamlNode.DataEquals(before.Items[was], after.Items[now])) ? pairs : null;
    }

    private static ImmutableArray<(int? Before, int? After)> ByName(List<string> before, List<string> after) =>
    [
        .. after.Select((name, index) => ((int?)Index(before, name), (int?)index)),
        .. before.Select((name, index) => (Name: name, Index: index)).Where(item => !after.Contains(item.Name)).Select(item => ((int?)item.Index, (int?)null)),
    ];

    private static ImmutableArray<(int? Before, int? After)> ByPlace(ImmutableArray<YamlNode> before, ImmutableArray<YamlNode> after)
    {
        var start = 0;
        while (start < Math.Min(before.Length, after.Length) && YamlNode.DataEquals(before[start], after[start]))
            start++;
        var end = 0;
        while (end < Math.Min(before.Length, after.Length) - start && YamlNode.DataEquals(before[before.Length - 1 - end], after[after.Length - 1 - end]))
            end++;
        var (was, now) = (before.Length - start - end, after.Length - start - end);
        return [.. Enumerable.Range(start, Math.Max(was, now)).Select(i => (i < start + was ? (int?)i : null, i < start + now ? (int?)i : null))];
    }

    private static int? Index(List<string> names, string name) => names.IndexOf(name) is >= 0 and var index ? index : null;

    private static List<string>? Names(YamlSequence sequence)
    {
        var names = sequence.Items.Select(item => (item as YamlMapping)?.Text("name")).OfType<string>().ToList();
        return names.Count == sequence.Items.Length && names.Distinct(StringComparer.Ordinal).Count() == names.Count ? names : null;
    }
}
