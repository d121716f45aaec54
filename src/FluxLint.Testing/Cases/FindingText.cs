using FluxLint.Diagnostics;

namespace FluxLint.Testing;

/// <summary>Shows findings in pages and reports.</summary>
internal static class FindingText
{
    public static string Of(Diagnostic finding) =>
        $"{finding.Location}: {finding.Severity.ToString().ToLowerInvariant()} {finding.Id}: {finding.Message}";

    /// <summary>The finding with its other places, its help and its fix, each on a line of its own.</summary>
    public static IEnumerable<string> Lines(Diagnostic finding)
    {
        yield return Of(finding);
        foreach (var related in finding.Related)
            yield return $"  {related.Location}: {related.Message}";
        if (finding.Help is { } help)
            yield return $"  help: {help}";
        if (finding.Fix is { } fix)
            yield return $"  fix: {fix.Title}{(fix.Safety == FixSafety.Safe ? "" : " (unsafe)")}";
    }
}
