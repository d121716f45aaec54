using System.Collections.Immutable;
using System.CommandLine;
using FluxLint.Analysis;
using FluxLint.Cli.Terminal;
using FluxLint.Fleet;
using FluxLint.Reporting;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint clusters</c>: lists the clusters and what they consist of.</summary>
internal sealed class ClustersCommand(Session session, ImmutableArray<RulePack> packs)
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

    private static readonly FormatOption Format = new("text", "json");

    public static Command Create(Session session, ImmutableArray<RulePack> packs)
    {
        var command = new Command("clusters", "List the clusters with their objects, Kustomizations and releases; those that are alike as one.") { Path, Config, Format.Option };
        command.SetAction((parsed, cancellation) => Task.FromResult(new ClustersCommand(session, packs).Run(parsed, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (Format.Find(parsed, out var problem) is not { } format)
            return session.Fail(problem);
        if (RepositoryRoot.Find(session.Directory, parsed.GetRequiredValue(Path), out problem) is not { } root)
            return session.Fail(problem);
        if (new FleetFinder(session, packs).Load(root, parsed.GetValue(Config), out problem, cancellation) is not { } fleet)
            return session.Fail(problem);

        var clusters = fleet.Clusters.Select(ClusterOverview.Of).ToImmutableArray();
        if (format == "json")
            ClustersJson.Write(clusters, session.Output);
        else
            new ClustersReport(new Ansi(session.Color), session.Width).Write(clusters, session.Output);
        return ExitCode.Clean;
    }
}
