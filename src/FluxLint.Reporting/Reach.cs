using System.Collections.Immutable;
using System.Globalization;

namespace FluxLint.Reporting;

/// <summary>Says which clusters a finding reaches, in a few words.</summary>
public static class Reach
{
    private const int Named = 3;

    /// <summary>Such as <c>65 clusters: a, b, c and 62 more</c>; null when there are none.</summary>
    public static string? Describe(ImmutableArray<string> clusters)
    {
        if (clusters.IsEmpty)
            return null;
        var count = clusters.Length == 1 ? "1 cluster" : string.Create(CultureInfo.InvariantCulture, $"{clusters.Length:N0} clusters");
        // Naming the fourth takes no more room than "1 more".
        return clusters.Length <= Named + 1
            ? $"{count}: {string.Join(", ", clusters)}"
            : string.Create(CultureInfo.InvariantCulture, $"{count}: {string.Join(", ", clusters.Take(Named))} and {clusters.Length - Named:N0} more");
    }
}
