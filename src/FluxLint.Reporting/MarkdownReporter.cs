using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>Writes a Markdown page for the summary of a job: the verdict, the worst findings, and what each cluster gets.</summary>
public sealed class MarkdownReporter : IReporter
{
    /// <summary>Room for the lines that say what was left out.</summary>
    private const int Reserve = 512;

    private readonly MarkdownOptions options;

    /// <summary>Makes a reporter.</summary>
    public MarkdownReporter(MarkdownOptions? options = null) => this.options = options ?? new();

    /// <inheritdoc/>
    public void Write(LintResult result, Stream output)
    {
        var page = new SizedText(options.MaximumBytes - Reserve);
        if (!page.TryAdd($"## FluxLint: {Verdict(result)}\n\n{Extent(result)}\n"))
            return;
        WriteFindings(page, result);
        WriteClusters(page, result.Clusters.Value);
        output.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private void WriteFindings(SizedText page, LintResult result)
    {
        if (result.Diagnostics.IsEmpty)
            return;
        var rules = RuleTable.Of(result);
        var shown = 0;
        if (page.TryAdd("\n### Findings\n\n| severity | rule | place | finding |\n|---|---|---|---|\n"))
        {
            foreach (var diagnostic in result.Diagnostics.MostSevereFirst().Take(options.MaximumFindings))
            {
                if (!page.TryAdd(Row(diagnostic, rules[diagnostic.Id])))
                    break;
                shown++;
            }
        }
        if (shown < result.Diagnostics.Length)
            page.Add($"\n{Number(result.Diagnostics.Length - shown)} more {(result.Diagnostics.Length - shown == 1 ? "is" : "are")} not shown.\n");
    }

    private static void WriteClusters(SizedText page, ImmutableArray<ClusterSummary> clusters)
    {
        if (clusters.IsEmpty || !page.TryAdd("\n### Clusters\n\n| cluster | class | objects | releases |\n|---|---|---|---|\n"))
            return;
        var shown = clusters.TakeWhile(cluster => page.TryAdd(Row(cluster))).Count();
        if (shown < clusters.Length)
            page.Add($"\n{Number(clusters.Length - shown)} more {(clusters.Length - shown == 1 ? "is" : "are")} not shown.\n");
    }

    private static string Row(Diagnostic diagnostic, RuleInfo rule)
    {
        var name = MarkdownText.Of($"{rule.Id} {rule.Name}".TrimEnd());
        var link = rule.HelpUri is { } uri ? $"[{name}]({uri})" : name;
        var reach = Reach.Describe(diagnostic.Clusters) is { } clusters ? $"<br>reaches {MarkdownText.Of(clusters)}" : "";
        var place = diagnostic.Location.Span == default ? diagnostic.Location.Path : diagnostic.Location.ToString();
        return $"| {diagnostic.Severity.ToWord()} | {link} | {MarkdownText.Of(place)} | {MarkdownText.Of(diagnostic.Message)}{reach} |\n";
    }

    private static string Row(ClusterSummary cluster)
    {
        var releases = cluster.Releases.Select(release => MarkdownText.Of(release.Version is { } version ? $"{release.Name} {version}" : release.Name));
        return $"| {MarkdownText.Of(cluster.Name)} | {MarkdownText.Of(cluster.Class ?? "")} | {Number(cluster.Objects)} | {string.Join(", ", releases)} |\n";
    }

    private static string Verdict(LintResult result)
    {
        Severity[] severities = [Severity.Error, Severity.Warning, Severity.Info];
        var counts = severities
            .Select(severity => (Word: severity.ToWord(), Count: result.Diagnostics.Count(diagnostic => diagnostic.Severity == severity)))
            .Where(found => found.Count > 0)
            .Select(found => Count(found.Count, found.Word));
        var older = result.OlderFindings == 0 ? "" : $", and {Number(result.OlderFindings)} older left out";
        return (string.Join(", ", counts) is { Length: > 0 } text ? text : result.OlderFindings == 0 ? "no findings" : "no new findings") + older;
    }

    private static string Extent(LintResult result) =>
        $"{Count(result.Statistics.Clusters, "cluster")}, {Count(result.Statistics.FilesParsed, "file")}, {Count(result.Statistics.RulesRun, "rule")}.";

    private static string Count(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
