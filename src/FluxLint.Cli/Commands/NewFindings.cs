using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Suppressions;

namespace FluxLint.Cli.Commands;

/// <summary>Tells what is found now from what was found before.</summary>
internal static class NewFindings
{
    /// <summary>The findings that are not known from an earlier state, and how many are.</summary>
    /// <param name="earlier">What was found.</param>
    /// <param name="present">What is found.</param>
    /// <param name="repository">The files there are now.</param>
    public static LintResult Since(LintResult earlier, LintResult present, Repository repository)
    {
        var added = present.Diagnostics.RemoveAll(Among(earlier.Diagnostics, present.Diagnostics));
        // One that was suppressed and is no longer is to be shown, so that the two are not looked for together.
        var isKnown = Among(earlier.Diagnostics.AddRange(earlier.Suppressed), present.Suppressed);
        return present with
        {
            Diagnostics = added,
            Suppressed = [.. present.Suppressed.Select(diagnostic => isKnown(diagnostic) ? diagnostic with { IsKnown = true } : diagnostic)],
            OlderFindings = present.Diagnostics.Length - added.Length,
            IsCompared = true,
        };

        Predicate<Diagnostic> Among(ImmutableArray<Diagnostic> before, ImmutableArray<Diagnostic> now)
        {
            var known = new KnownFindings([.. before.Select(diagnostic => new KnownFinding(Fingerprints.Hash(diagnostic), diagnostic.Location.Path))], now, path => !repository.FileExists(path));
            return diagnostic => known.Find(diagnostic) is not null;
        }
    }
}
