using System.Globalization;
using System.Text;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>
/// Writes workflow commands, which a job of GitHub Actions turns into annotations: the most severe first, and no more than a step shows.
/// The others stand in the log, in a group, and one notice counts them.
/// </summary>
public sealed class GitHubReporter : IReporter
{
    /// <summary>GitHub shows as many annotations of each level a step.</summary>
    public const int AnnotationsOfLevel = 10;

    /// <inheritdoc/>
    public void Write(LintResult result, Stream output)
    {
        var rules = RuleTable.Of(result);
        var ordered = result.Diagnostics.MostSevereFirst().ToList();
        var isTooMany = ordered.CountBy(diagnostic => diagnostic.Severity).Any(level => level.Value > AnnotationsOfLevel);
        var left = new List<Diagnostic>();
        var written = new Dictionary<Severity, int>();
        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        foreach (var diagnostic in ordered)
        {
            var count = written.GetValueOrDefault(diagnostic.Severity);
            if (count >= Limit(diagnostic.Severity, isTooMany))
            {
                left.Add(diagnostic);
                continue;
            }
            written[diagnostic.Severity] = count + 1;
            writer.WriteLine(Command(diagnostic, rules[diagnostic.Id]));
        }
        if (left.Count > 0)
            WriteRest(writer, left);
    }

    // The notice that counts the others is one of the notices.
    private static int Limit(Severity severity, bool isTooMany) =>
        isTooMany && severity == Severity.Info ? AnnotationsOfLevel - 1 : AnnotationsOfLevel;

    private static void WriteRest(StreamWriter writer, List<Diagnostic> left)
    {
        var counts = left.CountBy(diagnostic => diagnostic.Severity).Select(level => Count(level.Value, level.Key.ToWord()));
        var text = $"GitHub shows {AnnotationsOfLevel} annotations of each level; the log of this step has {string.Join(", ", counts)} more";
        writer.WriteLine($"::notice title={ToolInfo.Name}::{Data(text)}");
        writer.WriteLine($"::group::{Count(left.Count, "more finding")}");
        foreach (var diagnostic in left)
            writer.WriteLine($"- {CanonicalLine.Of(diagnostic)}");
        writer.WriteLine("::endgroup::");
    }

    private static string Command(Diagnostic diagnostic, RuleInfo rule)
    {
        var region = LineRegion.Of(diagnostic.Location);
        var title = $"{rule.Id} {rule.Name}".TrimEnd();
        return string.Create(CultureInfo.InvariantCulture,
            $"::{Level(diagnostic.Severity)} file={Property(SafeText.Of(diagnostic.Location.Path))},line={region.Line},endLine={region.Line},col={region.StartColumn},endColumn={region.EndColumn},title={Property(title)}::{Data(SafeText.Lines(Text(diagnostic)))}");
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

    private static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
