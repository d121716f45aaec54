using System.Collections.Immutable;
using System.CommandLine;
using FluxLint.Analysis;
using FluxLint.Cli.Terminal;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Reporting;
using FluxLint.Semantics;
using FluxLint.Text;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint graph</c>: shows who applies what in a cluster, and what has to wait for what.</summary>
internal sealed class GraphCommand(Session session, RuleSet rules) : FleetCommand(session, rules)
{
    private const int NamesShown = 10;

    private static readonly Argument<string?> Target = new("cluster")
    {
        Description = "The name of a cluster as 'fluxlint clusters' has it, or its directory; may be left out where there is one.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Config = new("--config")
    {
        Description = "The configuration to use in place of fluxlint.yaml at the root.",
        HelpName = "file",
    };

    private static readonly FormatOption Format = new("text", "mermaid", "dot", "json");

    public static Command Create(Session session, RuleSet rules)
    {
        var command = new Command("graph", "Show who applies what in a cluster, what it needs first, and what can start when.") { Target, Config, Format.Option };
        command.SetAction((parsed, cancellation) => Task.FromResult(new GraphCommand(session, rules).Run(parsed, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (Format.Find(parsed, out var problem) is not { } format)
            return Session.Fail(problem);
        var target = parsed.GetValue(Target);
        var isDirectory = target is not null && Directory.Exists(Path.GetFullPath(target, Session.Directory));
        if (RepositoryRoot.Find(Session.Directory, isDirectory && target is not null ? target : ".", out problem) is not { } root)
            return Session.Fail(problem);
        return Show(root, parsed.GetValue(Config), compilation => Show(compilation, target, isDirectory ? root.Scope : null, format), cancellation);
    }

    private int Show(Compilation compilation, string? target, string? directory, string format)
    {
        if (Choose(compilation.Fleet.Clusters, target, directory, out var problem) is not { } cluster)
            return Session.Fail(problem);
        if (cluster.HasGaps)
            Session.Error.WriteLine($"note: something that reaches '{SafeText.Of(cluster.Name)}' is not known, so that objects and needs may be missing");
        Write(ClusterGraph.Of(compilation.ModelOf(cluster)), format);
        return ExitCode.Clean;
    }

    private void Write(ClusterGraph graph, string format)
    {
        if (format == "json")
        {
            GraphJson.Write(graph, Session.Output);
            return;
        }
        using var writer = new StreamWriter(Session.Output, leaveOpen: true) { NewLine = "\n" };
        switch (format)
        {
            case "mermaid":
                new MermaidGraph(writer).Write(graph);
                break;
            case "dot":
                new DotGraph(writer).Write(graph);
                break;
            default:
                new GraphReport(writer, new Ansi(Session.Color), Session.Width).Write(graph);
                break;
        }
    }

    /// <summary>The cluster that is meant: by its name, by its directory, or as the only one.</summary>
    private static Cluster? Choose(ImmutableArray<Cluster> clusters, string? target, string? directory, out string problem)
    {
        problem = "";
        var written = target is null ? null : RepositoryPath.Normalize(target.TrimEnd('/'));
        var found = clusters.FirstOrDefault(cluster => cluster.Name == target)
            ?? clusters.FirstOrDefault(cluster => cluster.Directory == directory)
            ?? clusters.FirstOrDefault(cluster => written is not null && (cluster.Directory == written || cluster.Name == written));
        var isWhole = target is null || directory is "";
        if (found is not null || (isWhole && clusters.Length == 1))
            return found ?? clusters[0];

        var names = clusters.Select(cluster => cluster.Name).ToList();
        if (isWhole)
            problem = $"there are {names.Count} clusters: name one of {List(names)}";
        else if (Nearest(target ?? "", names) is { } nearest)
            problem = $"there is no cluster '{target}'; {new Suggestion(SafeText.Of(nearest)).Question} There are {List(names)}";
        else
            problem = $"there is no cluster '{target}'; there are {List(names)}";
        return null;
    }

    /// <summary>The name that is probably meant: as a whole, or by its last part.</summary>
    private static string? Nearest(string target, List<string> names) =>
        NearestName.Find(target, names)
        ?? (NearestName.Find(RepositoryPath.FileName(target), names.Select(RepositoryPath.FileName)) is { } last ? names.First(name => RepositoryPath.FileName(name) == last) : null);

    private static string List(List<string> names)
    {
        var shown = names.Take(NamesShown).Select(name => $"'{SafeText.Of(name)}'").ToList();
        if (names.Count > NamesShown)
            shown.Add($"{names.Count - NamesShown} more ('fluxlint clusters' lists them)");
        return shown.Count == 1 ? shown[0] : $"{string.Join(", ", shown.SkipLast(1))} and {shown[^1]}";
    }
}
