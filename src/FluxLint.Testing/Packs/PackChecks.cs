using FluxLint.Analysis;

namespace FluxLint.Testing;

/// <summary>What a pack owes as a whole.</summary>
internal static class PackChecks
{
    private const string BuiltInPrefix = "FLX";
    private const string BuiltIn = "FluxLint.Rules";

    /// <summary>The list of a pack is written by hand, since a search through the assembly takes time in every run.</summary>
    public static IEnumerable<string> List(RulePack pack)
    {
        var listed = pack.Rules.Select(rule => rule.GetType()).ToHashSet();
        return pack.GetType().Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract && !listed.Contains(type))
            .Select(type => $"'{type.Name}' is not in the list of '{pack.GetType().Name}'");
    }

    public static IEnumerable<string> Ids(RulePack pack)
    {
        var ids = pack.Rules.Select(rule => rule.Describe().Id).ToList();
        foreach (var (first, second) in ids.Zip(ids.Skip(1)).Where(pair => string.CompareOrdinal(pair.First, pair.Second) > 0))
            yield return $"{second} stands behind {first}: the list is in the order of ids";
        var prefixes = ids.Select(id => id.TrimEnd([.. "0123456789"])).Distinct().ToList();
        if (prefixes.Count > 1)
            yield return $"the ids of a pack begin alike, and these begin with {string.Join(", ", prefixes)}";
        if (prefixes.Any(prefix => prefix.StartsWith(BuiltInPrefix, StringComparison.Ordinal)) && pack.Name != BuiltIn)
            yield return $"ids that begin with {BuiltInPrefix} are those of the built-in rules";
    }

    public static IEnumerable<string> Folders(RulePack pack, string cases) =>
        Directory.EnumerateDirectories(cases)
            .Select(folder => Path.GetFileName(folder))
            .Except(pack.Rules.Select(rule => rule.GetType().Name))
            .Order(StringComparer.Ordinal)
            .Select(name => $"there are cases of '{name}', and no such rule");
}
