using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace FluxLint.Diagnostics;

/// <summary>
/// Names findings so that they are known again: in a baseline, in SARIF, while fixes are made. A fingerprint is a hash of what was found and
/// never of where: the rule, the object and its field, and the names that the message quotes.
/// </summary>
/// <remarks>
/// Lines move when others come or go above them, and files when a directory is renamed, so neither has a part in the hash; nor have names in
/// the message that say where the finding is, the directories before other names, clusters that it reaches, positions in lists, and the words around
/// names, which a later version may choose better. The text of the line has none either: a fix changes it for every other finding on it, and the
/// message quotes what of it matters. Findings that are equal even so are told apart by a number within their file; who compares
/// two lints takes the file as a hint besides, and lets it go only where it is no longer there.
/// </remarks>
internal static class Fingerprints
{
    private const int HashBytes = 8;

    /// <summary>The fingerprint of each finding, such as <c>0123456789abcdef:1</c>; the numbers follow the order of the findings.</summary>
    public static IReadOnlyDictionary<Diagnostic, string> Of(IEnumerable<Diagnostic> diagnostics)
    {
        var fingerprints = new Dictionary<Diagnostic, string>(ReferenceEqualityComparer.Instance);
        var occurrences = new Dictionary<(string Path, string Hash), int>();
        foreach (var diagnostic in diagnostics)
        {
            var hash = Hash(diagnostic);
            ref var occurrence = ref CollectionsMarshal.GetValueRefOrAddDefault(occurrences, (diagnostic.Location.Path, hash), out _);
            fingerprints[diagnostic] = string.Create(CultureInfo.InvariantCulture, $"{hash}:{++occurrence}");
        }
        return fingerprints;
    }

    /// <summary>The part of a fingerprint that equal findings have in common, such as <c>0123456789abcdef</c>.</summary>
    public static string Hash(Diagnostic diagnostic)
    {
        var what = string.Join('\n', [diagnostic.Id, WithoutPositions(diagnostic.LogicalLocation?.FullyQualifiedName ?? ""), .. Names(diagnostic)]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, HashBytes));
    }

    private static IEnumerable<string> Names(Diagnostic diagnostic)
    {
        var parts = diagnostic.Message.Split('\'');
        if (parts.Length < 3)
            return [string.Concat(diagnostic.Message.Where(c => !char.IsAsciiDigit(c)))];
        return parts.Where((_, i) => i % 2 == 1).Where(name => !SaysWhere(name, diagnostic)).Select(name => name[(name.TrimEnd('/').LastIndexOf('/') + 1)..]);
    }

    private static bool SaysWhere(string name, Diagnostic diagnostic) =>
        name == diagnostic.Location.Path
        || (diagnostic.Location.Path.StartsWith(name, StringComparison.Ordinal) && diagnostic.Location.Path[name.Length] == '/')
        || diagnostic.Clusters.BinarySearch(name, StringComparer.Ordinal) >= 0;

    /// <summary>A field without the positions in lists: <c>containers[2].image</c> is the same when a container comes before it.</summary>
    private static string WithoutPositions(string field)
    {
        var text = new StringBuilder(field.Length);
        var isOpen = false;
        foreach (var c in field)
        {
            isOpen = c == '[' || (isOpen && c != ']');
            if (!isOpen || c == '[')
                text.Append(c);
        }
        return text.ToString();
    }
}
