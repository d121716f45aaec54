using FluxLint.Reporting;

namespace FluxLint.Cli.Terminal;

/// <summary>
/// Writes findings for people: one block each, the most severe first, and a summary as the last line. Of a rule with very many
/// findings a few stand for all, unless all are asked for.
/// </summary>
internal sealed class TextReporter(TextOptions options) : IReporter
{
    private const int Many = 20;
    private const int ShownOfMany = 3;

    public void Write(LintResult result, Stream output)
    {
        var ansi = new Ansi(options.Color);
        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        if (!options.SummaryOnly)
            WriteBlocks(writer, ansi, result);
        if (options.Quiet)
            return;
        if (options.Statistics || (!options.SummaryOnly && result.Diagnostics.Length > Many))
            RuleCounts.Write(writer, ansi, options, result);
        writer.WriteLine(Summary.Of(result, ansi));
    }

    private void WriteBlocks(StreamWriter writer, Ansi ansi, LintResult result)
    {
        var rules = result.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        var counts = result.Diagnostics.GroupBy(RuleCounts.Kind.Of).ToDictionary(kind => kind.Key, kind => kind.Count());
        var written = new Dictionary<RuleCounts.Kind, int>();
        foreach (var diagnostic in result.Diagnostics.OrderByDescending(diagnostic => diagnostic.Severity))
        {
            var kind = RuleCounts.Kind.Of(diagnostic);
            var number = written[kind] = written.GetValueOrDefault(kind) + 1;
            var isOneOfMany = !options.All && counts[kind] > Many;
            if (isOneOfMany && number > ShownOfMany)
                continue;
            var rule = rules.GetValueOrDefault(diagnostic.Id);
            new FindingBlock(writer, ansi, options, diagnostic).Write(options.LinkRoot is null ? null : rule?.HelpUri);
            writer.WriteLine();
            if (isOneOfMany && number == ShownOfMany)
            {
                writer.WriteLine($"... and {counts[kind] - ShownOfMany} more {diagnostic.Id}{(rule is null ? "" : $" ({rule.Name})")}: --all shows them");
                writer.WriteLine();
            }
        }
    }
}
