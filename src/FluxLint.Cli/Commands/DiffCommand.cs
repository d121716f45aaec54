using System.CommandLine;
using FluxLint.Analysis;
using FluxLint.Changes;
using FluxLint.Cli.Git;
using FluxLint.Cli.Terminal;
using FluxLint.Reporting;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint diff</c>: shows what a change of the repository does to the clusters.</summary>
internal sealed class DiffCommand(Session session, RuleSet rules)
{
    private static readonly Argument<string> Revision = new("revision")
    {
        Description = "The earlier state: a commit, a branch or a tag of git.",
    };

    private static readonly Argument<string?> Later = new("later")
    {
        Description = "The later state; the work tree when it is left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> Path = new("--path")
    {
        Description = "The repository, or a path in it.",
        HelpName = "path",
        DefaultValueFactory = _ => ".",
    };

    private static readonly Option<string?> Config = new("--config")
    {
        Description = "The configuration to use in place of fluxlint.yaml at the root.",
        HelpName = "file",
    };

    private static readonly Option<bool> FailOnDanger = new("--fail-on-danger")
    {
        Description = "Exit code 1 when something is dangerous: what is deleted, made again, refused or suspended.",
    };

    private static readonly FormatOption Format = new("text", "markdown", "json");

    public static Command Create(Session session, RuleSet rules)
    {
        var command = new Command("diff", "Show what changes in which clusters between two states of the repository, what is dangerous first.")
        {
            Revision, Later, Path, Config, Format.Option, FailOnDanger,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(new DiffCommand(session, rules).Run(parsed, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (Format.Find(parsed, out var problem) is not { } format)
            return session.Fail(problem);
        if (RepositoryRoot.Find(session.Directory, parsed.GetRequiredValue(Path), out problem) is not { } root)
            return session.Fail(problem);
        if (ConfigurationFile.Find(session, root, parsed.GetValue(Config), out problem) is not { } configuration)
            return session.Fail(problem);

        var (revision, later) = (parsed.GetRequiredValue(Revision), parsed.GetValue(Later));
        using var source = RevisionSource.Open(root.Directory, revision, later, new() { ConfigurationPath = configuration.FilePath, Policy = configuration.Policy, Rules = rules.Infos });
        var after = source.OpenLater();
        // What it has is kept for the earlier state where that is the same.
        after.GetFleet(cancellation);
        var before = source.OpenEarlier(after, out var notes);
        foreach (var wrong in after.ConfigurationProblems)
            session.Note($"note: {SafeText.Of($"{wrong.Location}: {wrong.Message}")}");
        foreach (var note in notes)
            session.Note($"note: {SafeText.Of(note)}");
        var changes = FleetChanges.Of(before, after, cancellation);
        if (changes.Clusters.IsEmpty && changes.RemovedClusters.IsEmpty && changes.Gaps.IsEmpty)
            return session.Fail($"there are no clusters in '{root.Directory}'; 'fluxlint clusters --suggest' prints a configuration that names some");
        Write(changes, format, revision, later);
        return parsed.GetValue(FailOnDanger) && changes.AreDangerous ? ExitCode.Findings : ExitCode.Clean;
    }

    private void Write(FleetChanges changes, string format, string revision, string? later)
    {
        switch (format)
        {
            case "json":
                ChangesJson.Write(changes, revision, later, session.Output);
                break;
            case "markdown":
                ChangesMarkdown.Write(changes, $"{revision} to {later ?? "the work tree"}", session.Output);
                break;
            default:
                ChangesReport.Write(changes, new Ansi(session.Color), session.Output);
                break;
        }
    }
}
