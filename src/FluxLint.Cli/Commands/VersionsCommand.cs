using System.CommandLine;
using FluxLint.Analysis;
using FluxLint.Cli.Terminal;
using FluxLint.Fleet;
using FluxLint.Reporting;
using FluxLint.Semantics;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint fleet</c>: compares the versions of releases in all clusters.</summary>
internal sealed class VersionsCommand(Session session, RuleSet rules) : FleetCommand(session, rules)
{
    private static readonly Argument<string> Path = new("path")
    {
        Description = "The repository, or a path in it.",
        DefaultValueFactory = _ => ".",
    };

    private static readonly Option<string?> Config = new("--config")
    {
        Description = "The configuration to use in place of fluxlint.yaml at the root.",
        HelpName = "file",
    };

    private static readonly FormatOption Format = new("text", "markdown", "json");

    public static Command Create(Session session, RuleSet rules)
    {
        var command = new Command("fleet", "Show which cluster has which release at which version; those that are alike as one row.") { Path, Config, Format.Option };
        command.SetAction((parsed, cancellation) => Task.FromResult(new VersionsCommand(session, rules).Run(parsed, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (Format.Find(parsed, out var problem) is not { } format)
            return Session.Fail(problem);
        if (RepositoryRoot.Find(Session.Directory, parsed.GetRequiredValue(Path), out problem) is not { } root)
            return Session.Fail(problem);
        return Show(root, parsed.GetValue(Config), compilation => Show(compilation, format), cancellation);
    }

    private int Show(Compilation compilation, string format)
    {
        var matrix = FleetMatrix.Of([.. compilation.Fleet.Clusters.Select(cluster => ClusterOverview.Of(compilation.ModelOf(cluster)))]);
        if (format == "json")
            FleetMatrixJson.Write(matrix, Session.Output);
        else if (format == "markdown")
            FleetMatrixReport.WriteMarkdown(matrix, Session.Output);
        else
            new FleetMatrixReport(new Ansi(Session.Color), Session.Width).Write(matrix, Session.Output);
        return ExitCode.Clean;
    }
}
