using System.CommandLine;
using System.Text;
using FluxLint.Analysis;
using FluxLint.Cli.Starting;
using FluxLint.Cli.Terminal;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Semantics;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint init</c>: writes a configuration from what a repository has.</summary>
internal sealed class InitCommand(Session session, RuleSet rules)
{
    private static readonly Argument<string> PathArgument = new("path")
    {
        Description = "The repository, or a path in it.",
        DefaultValueFactory = _ => ".",
    };

    private static readonly Option<bool> Print = new("--print")
    {
        Description = "Print the configuration, and write nothing.",
    };

    public static Command Create(Session session, RuleSet rules)
    {
        var command = new Command("init", "Write fluxlint.yaml from what the repository has, and say what would fail with it. A file that is there stays as it is.") { PathArgument, Print };
        command.SetAction((parsed, cancellation) => Task.FromResult(new InitCommand(session, rules).Run(parsed, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (RepositoryRoot.Find(session.Directory, parsed.GetRequiredValue(PathArgument), out var problem) is not { } root)
            return session.Fail(problem);
        var file = Path.Join(root.Directory, FluxLintConfiguration.FileName);
        var isThere = new FileInfo(file) is { Exists: true } or { LinkTarget: not null };
        if (isThere)
            return session.Fail($"'{file}' is there already and stays as it is; 'fluxlint config show' lists what it sets");
        try
        {
            var compilation = Compilation.Create(new DiskFileSystem(root.Directory), new() { Rules = rules.Infos });
            compilation.GetFleet(cancellation);
            var proposed = Settled(compilation, ProposedConfiguration.Of(compilation), cancellation);
            if (parsed.GetValue(Print))
            {
                session.Print(proposed.Text().TrimEnd('\n'));
                return ExitCode.Clean;
            }
            cancellation.ThrowIfCancellationRequested();
            AtomicFile.Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(proposed.Text())));
            Report(proposed, Lint(compilation, proposed, cancellation));
            return ExitCode.Clean;
        }
        catch (Exception obstacle) when (obstacle is IOException or UnauthorizedAccessException)
        {
            return session.Fail($"'{file}' cannot be written: {obstacle.Message}");
        }
    }

    /// <summary>The proposal without what the repository does not keep to: a policy that holds today is one that raises nothing.</summary>
    private ProposedConfiguration Settled(Compilation compilation, ProposedConfiguration proposed, CancellationToken cancellation) =>
        !proposed.Namespaces.IsEmpty && Lint(compilation, proposed, cancellation).Diagnostics.Any(finding => finding.Id == Rules.Namespaces.WrongNamespace.Descriptor.Id)
            ? proposed with { Namespaces = [] }
            : proposed;

    private LintResult Lint(Compilation compilation, ProposedConfiguration proposed, CancellationToken cancellation) =>
        Linter.Lint(compilation.With(FluxLintConfiguration.FileName, proposed.Text()), rules, new() { Today = session.Today() }, cancellation);

    private void Report(ProposedConfiguration proposed, LintResult result)
    {
        using var writer = new StreamWriter(session.Output, leaveOpen: true) { NewLine = "\n" };
        var clusters = proposed.Classes.Sum(known => known.Clusters);
        writer.WriteLine($"wrote {FluxLintConfiguration.FileName}: {proposed.Classes.Length} {(proposed.Classes.Length == 1 ? "class" : "classes")} for {Summary.Count(clusters, "cluster")}, {Summary.Count(proposed.Namespaces.Length, "line")} of a namespace policy");
        writer.WriteLine();
        if (result.Diagnostics.IsEmpty)
        {
            writer.WriteLine("'fluxlint lint' finds nothing. Read what was written, and commit it.");
            return;
        }
        RuleCounts.Write(writer, new(session.Color), new() { Width = session.Width ?? HelpWithExamples.WidthInPipe, Wraps = session.Width is not null }, result);
        var errors = result.Diagnostics.Count(finding => finding.Severity == Severity.Error);
        writer.WriteLine(errors == 0 ? "'fluxlint lint' ends well with these. To go on:" : $"'fluxlint lint' fails on {Summary.Count(errors, "error")}. To go on:");
        writer.WriteLine("  fluxlint lint                                            see each of them");
        writer.WriteLine("  fluxlint lint --fix                                      make the fixes that are safe");
        writer.WriteLine("  fluxlint lint --write-baseline fluxlint-baseline.sarif   hide these, and fail on new ones only");
    }
}
