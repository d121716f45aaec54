using System.Globalization;
using FluxLint.Schemas;

namespace FluxLint.Semantics;

/// <summary>A version of a kind.</summary>
/// <param name="Name">Such as <c>v1beta1</c>.</param>
/// <param name="Schema">Reads its schema; null when there is none.</param>
internal sealed record KnownVersion(string Name, Func<Schema?> Schema)
{
    /// <summary>What Kubernetes orders versions by: stable ones before beta and alpha ones, and of these the newest first.</summary>
    public (int Stability, int Major, int Minor) Rank
    {
        get
        {
            var (stability, word) = Name.Contains("alpha", StringComparison.Ordinal) ? (1, "alpha") : Name.Contains("beta", StringComparison.Ordinal) ? (2, "beta") : (3, "");
            var numbers = word.Length == 0 ? [Name.TrimStart('v')] : Name.TrimStart('v').Split(word);
            return int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
                ? (stability, major, numbers is [_, var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minor) ? minor : 0)
                : (0, 0, 0);
        }
    }
}
