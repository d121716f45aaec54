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
        var known = new KnownFindings(
            [.. earlier.Diagnostics.Select(diagnostic => new KnownFinding(Fingerprints.Hash(diagnostic), diagnostic.Location.Path))],
            present.Diagnostics,
            path => !repository.FileExists(path));
        var added = present.Diagnostics.RemoveAll(diagnostic => known.Find(diagnostic) is not null);
        return present with { Diagnostics = added, OlderFindings = present.Diagnostics.Length - added.Length };
    }
}
