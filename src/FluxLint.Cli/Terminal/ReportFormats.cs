using System.Collections.Immutable;
using FluxLint.Reporting;

namespace FluxLint.Cli.Terminal;

/// <summary>The formats that <c>--output</c> knows.</summary>
internal static class ReportFormats
{
    public static ImmutableArray<string> Names { get; } = ["text", "sarif", "json", "github"];

    /// <summary>The reporter of a format; null when there is no such format.</summary>
    public static IReporter? Create(string name, TextOptions text, SarifOptions sarif) => name switch
    {
        "text" => new TextReporter(text),
        "sarif" => new SarifReporter(sarif),
        "json" => new JsonReporter(),
        "github" => new GitHubReporter(),
        _ => null,
    };
}
