using FluxLint.Reporting;

namespace FluxLint.Cli.Terminal;

/// <summary>Writes findings for people: one block each, and a summary as the last line.</summary>
internal sealed class TextReporter(TextOptions options) : IReporter
{
    public void Write(LintResult result, Stream output)
    {
        var ansi = new Ansi(options.Color);
        var pages = options.LinkRoot is null ? [] : result.Rules.ToDictionary(rule => rule.Id, rule => rule.HelpUri, StringComparer.Ordinal);
        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        foreach (var diagnostic in result.Diagnostics)
        {
            new FindingBlock(writer, ansi, options, diagnostic).Write(pages.GetValueOrDefault(diagnostic.Id));
            writer.WriteLine();
        }
        if (!options.Quiet)
            writer.WriteLine(Summary.Of(result, ansi));
    }
}
