using System.Collections.Immutable;
using System.CommandLine;
using FluxLint.Analysis;
using FluxLint.Cli.Terminal;
using FluxLint.Fleet;
using FluxLint.Reporting;
using FluxLint.Semantics;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint clusters</c>: lists the clusters and what they consist of.</summary>
internal sealed class ClustersCommand(Session session, RuleSet rules) : FleetCommand(session, rules)
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

    private static readonly Option<bool> Suggest = new("--suggest")
    {
        Description = "Print the part of fluxlint.yaml that names the clusters, or what looks most like them.",
    };

    public static Command Create(Session session, RuleSet rules)
    {
        var command = new Command("clusters", "List the clusters with their objects, Kustomizations and releases; those that are alike as one.") { Path, Config, Format.Option, Suggest };
        command.SetAction((parsed, cancellation) => Task.FromResult(new ClustersCommand(session, rules).Run(parsed, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (Format.Find(parsed, out var problem) is not { } format)
            return Session.Fail(problem);
        if (RepositoryRoot.Find(Session.Directory, parsed.GetRequiredValue(Path), out problem) is not { } root)
            return Session.Fail(problem);
        if (parsed.GetValue(Suggest))
            return Show(root, parsed.GetValue(Config), SuggestFor, cancellation, showsNone: true);
        return Show(root, parsed.GetValue(Config), compilation => Show(compilation, format), cancellation);
    }

    private int SuggestFor(Compilation compilation)
    {
        var fleet = compilation.Fleet;
        var directories = fleet.Clusters.IsEmpty ? fleet.LikelyStarts : [.. fleet.Clusters.Select(cluster => cluster.Directory)];
        if (directories.IsEmpty)
            return Session.Fail("there is nothing that looks like the start of a cluster");
        using var writer = new StreamWriter(Session.Output, leaveOpen: true) { NewLine = "\n" };
        SuggestedClasses.Write(SuggestedClasses.Of(directories), writer);
        return ExitCode.Clean;
    }

    private int Show(Compilation compilation, string format)
    {
        var clusters = compilation.Fleet.Clusters.Select(cluster => ClusterOverview.Of(compilation.ModelOf(cluster))).ToImmutableArray();
        if (format == "json")
            ClustersJson.Write(clusters, Session.Output);
        else
            new ClustersReport(new Ansi(Session.Color), Session.Width).Write(clusters, Session.Output);
        return ExitCode.Clean;
    }
}
