using System.Runtime.InteropServices;
using FluxLint.Diagnostics;
using FluxLint.Files;

namespace FluxLint.Cli.Commands;

/// <summary>Tells what is found now from what was found before: each earlier finding is known again once, in its file, or elsewhere when that is gone.</summary>
internal sealed class NewFindings
{
    private readonly Dictionary<(string Path, string Hash), int> known = [];
    private readonly Dictionary<string, int> homeless = new(StringComparer.Ordinal);
    private readonly Repository repository;

    private NewFindings(LintResult earlier, Repository repository)
    {
        this.repository = repository;
        foreach (var diagnostic in earlier.Diagnostics)
            CollectionsMarshal.GetValueRefOrAddDefault(known, (diagnostic.Location.Path, Fingerprints.Hash(diagnostic)), out _)++;
    }

    /// <summary>The findings that are not known from an earlier state, and how many are.</summary>
    /// <param name="earlier">What was found.</param>
    /// <param name="present">What is found.</param>
    /// <param name="repository">The files there are now.</param>
    public static LintResult Since(LintResult earlier, LintResult present, Repository repository)
    {
        var findings = new NewFindings(earlier, repository);
        var elsewhere = present.Diagnostics.Where(diagnostic => !findings.TakeFromFile(diagnostic.Location.Path, Fingerprints.Hash(diagnostic))).ToList();
        findings.LookForFiles();
        var added = elsewhere.Where(diagnostic => !findings.TakeFromAnyFile(Fingerprints.Hash(diagnostic))).ToHashSet<Diagnostic>(ReferenceEqualityComparer.Instance);
        return present with
        {
            Diagnostics = [.. present.Diagnostics.Where(added.Contains)],
            OlderFindings = present.Diagnostics.Length - added.Count,
        };
    }

    private bool TakeFromFile(string path, string hash)
    {
        if (known.GetValueOrDefault((path, hash)) == 0)
            return false;
        known[(path, hash)]--;
        return true;
    }

    /// <summary>Collects what was found in files that are gone: they may have other names.</summary>
    private void LookForFiles()
    {
        foreach (var ((path, hash), count) in known.Where(left => left.Value > 0 && !repository.FileExists(left.Key.Path)))
            CollectionsMarshal.GetValueRefOrAddDefault(homeless, hash, out _) += count;
    }

    private bool TakeFromAnyFile(string hash)
    {
        if (homeless.GetValueOrDefault(hash) == 0)
            return false;
        homeless[hash]--;
        return true;
    }
}
