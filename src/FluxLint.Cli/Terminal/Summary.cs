using System.Globalization;
using FluxLint.Diagnostics;

namespace FluxLint.Cli.Terminal;

/// <summary>The last line of a report: what was found in how much.</summary>
internal static class Summary
{
    public static string Of(LintResult result, Ansi ansi)
    {
        var statistics = result.Statistics;
        var files = Count(statistics.FilesParsed, "file");
        var clusters = Count(statistics.Clusters, "cluster");
        var rules = Count(statistics.RulesRun, "rule");
        var found = string.Join(", ", Found(result, ansi));
        return found.Length == 0
            ? $"{clusters}, {files}, {rules}: {(result.OlderFindings == 0 ? "no findings" : "no new findings")}{Older(result)}{Suppressed(result)}"
            : $"{found} in {files}, {clusters}, {rules}{Older(result)}{Suppressed(result)}{Fixable(result)}";
    }

    private static string Older(LintResult result) => result.OlderFindings switch
    {
        0 => "",
        1 => "; 1 that is older is left out",
        var count => $"; {Number(count)} that are older are left out",
    };

    private static string Suppressed(LintResult result) => result.Suppressed.IsEmpty ? "" : $"; {Number(result.Suppressed.Length)} suppressed";

    private static string Fixable(LintResult result)
    {
        var safe = result.Diagnostics.Count(diagnostic => diagnostic.Fix?.Safety == FixSafety.Safe);
        var @unsafe = result.Diagnostics.Count(diagnostic => diagnostic.Fix?.Safety == FixSafety.Unsafe);
        return (safe, @unsafe) switch
        {
            (0, 0) => "",
            (_, 0) => $"; --fix can fix {Number(safe)}",
            (0, _) => $"; --fix --unsafe-fixes can fix {Number(@unsafe)}",
            _ => $"; --fix can fix {Number(safe)}, and --unsafe-fixes {Number(@unsafe)} more",
        };
    }

    private static IEnumerable<string> Found(LintResult result, Ansi ansi)
    {
        foreach (var severity in (Severity[])[Severity.Error, Severity.Warning, Severity.Info])
        {
            var count = result.Diagnostics.Count(diagnostic => diagnostic.Severity == severity);
            if (count > 0)
                yield return ansi.Of(severity, Count(count, Word(severity)));
        }
    }

    /// <summary>The name of a severity, as a finding starts with it.</summary>
    public static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    /// <summary>A number with its noun.</summary>
    public static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
