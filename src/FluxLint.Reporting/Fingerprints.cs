using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>
/// Names findings so that they are known again after lines around them came or went, or their file moved:
/// a hash of the rule and the text of the line, and a number that tells equal ones of a file apart.
/// </summary>
internal static class Fingerprints
{
    private const int HashBytes = 8;

    /// <summary>The fingerprint of each finding, such as <c>0123456789abcdef:1</c>; the numbers follow the order of the findings.</summary>
    public static IReadOnlyDictionary<Diagnostic, string> Of(ImmutableArray<Diagnostic> diagnostics)
    {
        var fingerprints = new Dictionary<Diagnostic, string>(diagnostics.Length, ReferenceEqualityComparer.Instance);
        var occurrences = new Dictionary<(string Path, string Hash), int>();
        foreach (var diagnostic in diagnostics)
        {
            var hash = Hash(diagnostic);
            ref var occurrence = ref CollectionsMarshal.GetValueRefOrAddDefault(occurrences, (diagnostic.Location.Path, hash), out _);
            fingerprints[diagnostic] = string.Create(CultureInfo.InvariantCulture, $"{hash}:{++occurrence}");
        }
        return fingerprints;
    }

    private static string Hash(Diagnostic diagnostic)
    {
        var source = diagnostic.Location.Source;
        var line = source.Slice(source.GetLineSpan(diagnostic.Location.Start.Line)).Trim();
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{diagnostic.Id}\n{line}"));
        return Convert.ToHexStringLower(digest.AsSpan(0, HashBytes));
    }
}
