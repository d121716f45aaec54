using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Files;

namespace FluxLint.Suppressions;

/// <summary>
/// Knows the findings of another lint again. Each is one of those with its fingerprint: first of the same file, in order; then, for a file that is
/// there no longer, of a file with its name, and at last of any. So a renamed directory shows nothing, and a fault in a second file does
/// not hide behind the equal one in the first.
/// </summary>
internal sealed class KnownFindings
{
    private readonly HashSet<KnownFinding> open = [];
    private readonly Dictionary<Diagnostic, KnownFinding> found = new(ReferenceEqualityComparer.Instance);

    /// <param name="known">The findings of the other lint, in order.</param>
    /// <param name="diagnostics">What is to be known again; of equal ones in a file the first are.</param>
    /// <param name="isGone">Whether a file of the other lint is there no longer.</param>
    public KnownFindings(ImmutableArray<KnownFinding> known, IEnumerable<Diagnostic> diagnostics, Func<string, bool> isGone)
    {
        open.UnionWith(known);
        var left = diagnostics.Select(diagnostic => (Diagnostic: diagnostic, Hash: Fingerprints.Hash(diagnostic))).ToList();
        Match(known, path => path);
        ImmutableArray<KnownFinding> homeless = [.. known.Where(finding => open.Contains(finding) && isGone(finding.Path))];
        Match(homeless, RepositoryPath.FileName);
        Match(homeless, _ => "");

        void Match(ImmutableArray<KnownFinding> findings, Func<string, string> placeOf)
        {
            var waiting = findings.Where(open.Contains).GroupBy(finding => (finding.Hash, placeOf(finding.Path))).ToDictionary(same => same.Key, same => new Queue<KnownFinding>(same));
            if (waiting.Count == 0)
                return;
            foreach (var (diagnostic, hash) in left)
            {
                if (found.ContainsKey(diagnostic) || waiting.GetValueOrDefault((hash, placeOf(diagnostic.Location.Path)))?.TryDequeue(out var finding) != true || finding is null)
                    continue;
                open.Remove(finding);
                found.Add(diagnostic, finding);
            }
        }
    }

    /// <summary>Which one of the other lint a finding is; null when it is new.</summary>
    public KnownFinding? Find(Diagnostic diagnostic) => found.GetValueOrDefault(diagnostic);

    /// <summary>Whether a finding of the other lint is no more.</summary>
    public bool IsOpen(KnownFinding known) => open.Contains(known);
}
