using System.Collections.Immutable;
using System.Globalization;
using FluxLint.Fleet;

namespace FluxLint.Reporting;

/// <summary>Says which clusters of a fleet are meant, in a few words.</summary>
/// <param name="all">All clusters of the fleet.</param>
internal sealed class ClusterWords(ImmutableArray<Cluster> all)
{
    private const int Named = 4;

    private readonly Dictionary<string, int> classes = all.GroupBy(ClassOf).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    /// <summary>Such as <c>all 65 clusters</c>, <c>64 clusters (all 63 of production, 1 of 2 of test)</c> or <c>poc/one, poc/two</c>.</summary>
    public string Of(ImmutableArray<Cluster> some)
    {
        if (some.Length == all.Length && all.Length == 2)
            return "both clusters";
        if (some.Length == all.Length && all.Length > 1)
            return string.Create(CultureInfo.InvariantCulture, $"all {all.Length:N0} clusters");
        if (some.Length <= Named)
            return string.Join(", ", some.Select(cluster => cluster.Name));
        if (classes.Count == 1)
            return string.Create(CultureInfo.InvariantCulture, $"{some.Length:N0} of {all.Length:N0} clusters");
        var parts = some.GroupBy(ClassOf).Select(group => Part(group.Key, group.Count()));
        return string.Create(CultureInfo.InvariantCulture, $"{some.Length:N0} clusters ({string.Join(", ", parts)})");
    }

    private string Part(string name, int count)
    {
        var total = classes.GetValueOrDefault(name);
        var share = count == total ? string.Create(CultureInfo.InvariantCulture, $"all {count:N0}") : string.Create(CultureInfo.InvariantCulture, $"{count:N0} of {total:N0}");
        return name.Length == 0 ? $"{share} without a class" : $"{share} of {name}";
    }

    private static string ClassOf(Cluster cluster) => cluster.Class?.Name.Value ?? "";
}
