using System.Collections.Immutable;
using FluxLint.Reporting;
using FluxLint.Text;

namespace FluxLint.Cli.Terminal;

/// <summary>A format and where it goes.</summary>
/// <param name="Format">The name of the format.</param>
/// <param name="File">The file; null for the standard output.</param>
internal sealed record ReportTarget(string Format, string? File)
{
    /// <summary>Whether it is no more than the summary.</summary>
    public bool IsSummary { get; private init; }

    /// <summary>Reads <c>format</c> and <c>format=file</c>. Without any, text goes to the standard output; where all go to files, the summary does.</summary>
    public static ImmutableArray<ReportTarget>? Parse(IReadOnlyList<string> values, out string problem)
    {
        problem = "";
        var targets = ImmutableArray.CreateBuilder<ReportTarget>();
        foreach (var value in values)
        {
            var parts = value.Split('=', 2);
            if (!ReportFormats.Names.Contains(parts[0]))
            {
                var hint = Suggestion.For(parts[0], ReportFormats.Names)?.Question ?? $"there are {string.Join(", ", ReportFormats.Names)}";
                problem = $"--output knows no format '{parts[0]}'; {hint}";
                return null;
            }
            targets.Add(new(parts[0], parts is [_, { Length: > 0 } file] ? file : null));
        }
        if (targets.Count(target => target.File is null) > 1)
        {
            problem = "--output sends two formats to the standard output: give one of them a file, as in sarif=fluxlint.sarif";
            return null;
        }
        if (targets.All(target => target.File is not null))
            targets.Add(new("text", null) { IsSummary = targets.Count > 0 });
        return targets.ToImmutable();
    }

    /// <summary>What writes the report.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="session">The terminal.</param>
    /// <param name="text">What a text has beside the findings.</param>
    /// <param name="sarif">What a SARIF log has beside the findings.</param>
    public Action<Stream> Report(LintResult result, Session session, TextOptions text, SarifOptions sarif)
    {
        var reporter = ReportFormats.Create(Format, Text(session, text), sarif) ?? throw new InvalidOperationException(Format);
        return stream => reporter.Write(result, stream);
    }

    /// <summary>Puts the report where it goes; a file appears whole or not at all.</summary>
    public void Write(Action<Stream> report, Session session)
    {
        if (File is null)
            report(session.Output);
        else
            AtomicFile.Write(Path.GetFullPath(File, session.Directory), report);
    }

    private TextOptions Text(Session session, TextOptions text) => File is not null
        ? text with { Viewpoint = null }
        : text with
        {
            Color = session.Color,
            Width = session.Width ?? TextOptions.DefaultWidth,
            Wraps = session.Width is not null,
            LinkRoot = session.Hyperlinks ? text.Viewpoint?.Root : null,
            SummaryOnly = IsSummary,
        };
}
