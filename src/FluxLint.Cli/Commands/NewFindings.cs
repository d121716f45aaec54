using System.Runtime.InteropServices;
using FluxLint.Diagnostics;
using FluxLint.Reporting;

namespace FluxLint.Cli.Commands;

/// <summary>Tells what is found now from what was found before.</summary>
internal static class NewFindings
{
    /// <summary>The findings that are not known from an earlier state, and how many are. Where equal ones have become more, as many are new.</summary>
    public static LintResult Since(LintResult earlier, LintResult present)
    {
        var known = new Known(earlier);
        var fingerprints = Fingerprints.Of(present.Diagnostics);
        // Those that stayed in their file first: else a copy could take the place of what it was copied from.
        var elsewhere = present.Diagnostics.Where(diagnostic => !known.TakeAt(diagnostic.Location.Path, fingerprints[diagnostic])).ToList();
        var added = elsewhere.Where(diagnostic => !known.Take(fingerprints[diagnostic])).ToHashSet<Diagnostic>(ReferenceEqualityComparer.Instance);
        return present with
        {
            Diagnostics = [.. present.Diagnostics.Where(added.Contains)],
            OlderFindings = present.Diagnostics.Length - added.Count,
        };
    }

    private sealed class Known
    {
        private readonly Dictionary<(string Path, string Fingerprint), int> byPath = [];
        private readonly Dictionary<string, int> all = new(StringComparer.Ordinal);

        public Known(LintResult result)
        {
            foreach (var (diagnostic, fingerprint) in Fingerprints.Of(result.Diagnostics))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(byPath, (diagnostic.Location.Path, fingerprint), out _)++;
                CollectionsMarshal.GetValueRefOrAddDefault(all, fingerprint, out _)++;
            }
        }

        public bool TakeAt(string path, string fingerprint)
        {
            if (byPath.GetValueOrDefault((path, fingerprint)) == 0)
                return false;
            byPath[(path, fingerprint)]--;
            return Take(fingerprint);
        }

        public bool Take(string fingerprint)
        {
            if (all.GetValueOrDefault(fingerprint) == 0)
                return false;
            all[fingerprint]--;
            return true;
        }
    }
}
