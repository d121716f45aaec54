using System.Collections.Immutable;
using FluxLint.Diagnostics;

namespace FluxLint.Testing;

/// <summary>What came of a case.</summary>
/// <param name="Name">Name of the case.</param>
/// <param name="Differences">What differs from the markers, one sentence a difference; none when all is as expected.</param>
/// <param name="Judged">The findings that the case speaks of.</param>
/// <param name="Others">Findings of other rules, which the case says nothing of.</param>
public sealed record CaseResult(
    string Name,
    ImmutableArray<string> Differences,
    ImmutableArray<Diagnostic> Judged,
    ImmutableArray<Diagnostic> Others)
{
    /// <summary>Whether everything is as the markers say.</summary>
    public bool Passed => Differences.IsEmpty;

    /// <summary>The differences, for the one who reads the failed test.</summary>
    public string Report
    {
        get
        {
            var lines = new List<string> { Passed ? $"{Name}: as expected" : $"{Name} (FLUXLINT_BLESS=1 rewrites the markers)" };
            lines.AddRange(Differences.Select(difference => $"  {difference}"));
            if (Others.Length > 0)
                lines.Add("  not judged here:");
            lines.AddRange(Others.Select(other => $"    {FindingText.Of(other)}"));
            return string.Join('\n', lines);
        }
    }
}
