using System.Collections.Immutable;
using FluxLint.Reporting;

namespace FluxLint.Cli.Terminal;

/// <summary>The formats that <c>--output</c> knows.</summary>
internal static class ReportFormats
{
    /// <summary>The one that is also written to the summary of a job.</summary>
    public const string GitHub = "github";

    public static ImmutableArray<string> Names { get; } = ["text", "short", "sarif", "json", GitHub, "gitlab", "junit", "msbuild", "markdown"];

    /// <summary>The reporter of a format; null when there is no such format.</summary>
    public static IReporter? Create(string name, TextOptions text, SarifOptions sarif) => name switch
    {
        "text" => new TextReporter(text),
        "short" => new ShortReporter(text),
        "sarif" => new SarifReporter(sarif),
        "json" => new JsonReporter(),
        GitHub => new GitHubReporter(),
        "gitlab" => new GitLabReporter(),
        "junit" => new JUnitReporter(),
        "msbuild" => new MSBuildReporter(),
        "markdown" => new MarkdownReporter(),
        _ => null,
    };
}
