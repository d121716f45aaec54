using System.Globalization;
using System.Text;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>Writes workflow commands, which a job of GitHub Actions turns into annotations. The most severe come first: a step shows ten of each level.</summary>
public sealed class GitHubReporter : IReporter
{
    /// <inheritdoc/>
    public void Write(LintResult result, Stream output)
    {
        var rules = RuleTable.Of(result);
        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        foreach (var diagnostic in result.Diagnostics.MostSevereFirst())
            writer.WriteLine(Command(diagnostic, rules[diagnostic.Id]));
    }

    private static string Command(Diagnostic diagnostic, RuleInfo rule)
    {
        var region = LineRegion.Of(diagnostic.Location);
        var title = $"{rule.Id} {rule.Name}".TrimEnd();
        return string.Create(CultureInfo.InvariantCulture,
            $"::{Level(diagnostic.Severity)} file={Property(diagnostic.Location.Path)},line={region.Line},endLine={region.Line},col={region.StartColumn},endColumn={region.EndColumn},title={Property(title)}::{Data(Text(diagnostic))}");
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "notice",
    };

    private static string Text(Diagnostic diagnostic)
    {
        var text = new StringBuilder(diagnostic.Message);
        if (Reach.Describe(diagnostic.Clusters) is { } reach)
            text.Append("\nreaches: ").Append(reach);
        if (diagnostic.Help is { Length: > 0 } help)
            text.Append("\nhelp: ").Append(help);
        return text.ToString();
    }

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
