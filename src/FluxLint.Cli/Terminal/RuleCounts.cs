using System.Globalization;
using FluxLint.Diagnostics;

namespace FluxLint.Cli.Terminal;

/// <summary>Counts findings by rule, and says how to get rid of them.</summary>
internal static class RuleCounts
{
    public static void Write(TextWriter writer, Ansi ansi, TextOptions options, LintResult result)
    {
        if (result.Diagnostics.IsEmpty)
            return;
        var names = result.Rules.ToDictionary(rule => rule.Id, rule => rule.Name, StringComparer.Ordinal);
        var table = new TextTable("findings", "rule", "name", "severity", "fix with") { RightAligned = [0] };
        var kinds = result.Diagnostics
            .GroupBy(Kind.Of)
            .OrderByDescending(kind => kind.Key.Severity)
            .ThenByDescending(kind => kind.Count())
            .ThenBy(kind => kind.Key.Id, StringComparer.Ordinal);
        foreach (var kind in kinds)
            table.Add(kind.Count().ToString("N0", CultureInfo.InvariantCulture), kind.Key.Id, names.GetValueOrDefault(kind.Key.Id, ""), Summary.Word(kind.Key.Severity), Fix(kind));
        table.Write(writer, ansi, options.Wraps ? options.Width : null);
        writer.WriteLine();
        writer.WriteLine("'fluxlint explain RULE' says why; '--ignore RULE' leaves a rule out, and 'RULE: off' below 'rules' in fluxlint.yaml turns it off");
        writer.WriteLine();
    }

    private static string Fix(IEnumerable<Diagnostic> findings) =>
        findings.Select(finding => finding.Fix?.Safety).OfType<FixSafety>().ToList() switch
        {
            [] => "",
            var fixes when fixes.Contains(FixSafety.Safe) => "--fix",
            _ => "--fix --unsafe-fixes",
        };

    /// <summary>Findings that are counted as one number.</summary>
    internal sealed record Kind(string Id, Severity Severity)
    {
        public static Kind Of(Diagnostic diagnostic) => new(diagnostic.Id, diagnostic.Severity);
    }
}
