using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using FluxLint.Analysis;
using FluxLint.Cli.Commands;
using FluxLint.Rules;

namespace FluxLint.Cli;

/// <summary>The command <c>fluxlint</c> with its subcommands.</summary>
internal static class FluxLintCommand
{
    private static readonly string[] ColorChoices = ["auto", "always", "never"];

    private static readonly Option<string> Color = new("--color")
    {
        Description = "Whether to write colours; auto asks the terminal, NO_COLOR and FORCE_COLOR.",
        HelpName = "auto|always|never",
        CompletionSources = { Completions.Of(ColorChoices) },
        DefaultValueFactory = _ => "auto",
        Recursive = true,
    };

    // Revisions of git such as '@{u}' are no names of files.
    private static readonly ParserConfiguration NoResponseFiles = new() { ResponseFileTokenReplacer = null };

    private const string Issues = "https://github.com/fluxlint/fluxlint/issues";

    /// <summary>Runs the command line; the exit code says what came of it.</summary>
    public static async Task<int> Run(Session session, IReadOnlyList<string> arguments, CancellationToken cancellation = default)
    {
        try
        {
            return await Invoke(session with { Output = new NamedStream(session.Output, "the standard output"), Arguments = arguments }, arguments, cancellation);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or LostOutputException)
        {
            return session.Fail(failure.Message);
        }
        // A crash must not look like findings, which the exit code of the runtime does.
        catch (Exception failure)
        {
            var cause = failure.GetBaseException();
            return session.Fail($"fluxlint ran into a fault of its own, {cause.GetType().Name}: {cause.Message} Please report it at {Issues}");
        }
    }

    private static async Task<int> Invoke(Session session, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        // Whoever asks for nothing wants to know what there is.
        var parsed = Create(session).Parse(arguments.Count == 0 ? ["--help"] : arguments, NoResponseFiles);
        var isHelpOrCompletion = parsed.Action is not ParseErrorAction && parsed.Action != parsed.CommandResult.Command.Action;
        if (!isHelpOrCompletion && UsageError.Of(parsed) is { } mistake)
        {
            var exitCode = session.Fail(mistake.Sentence);
            session.Note(mistake.Hint);
            return exitCode;
        }
        if (parsed.Errors.Count == 0 && parsed.GetValue(Color) is { } color and not "auto")
        {
            if (!ColorChoices.Contains(color))
                return session.Fail($"--color takes auto, always or never, not '{color}'");
            parsed = Create(session.WithColor(color)).Parse(arguments, NoResponseFiles);
        }
        var help = new StreamWriter(session.Output, leaveOpen: true) { AutoFlush = true };
        var given = await parsed.InvokeAsync(new() { Output = help, Error = session.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellation);
        return arguments.Count == 0 ? ExitCode.CouldNotRun : given;
    }

    private static RootCommand Create(Session session)
    {
        var rules = RuleSet.Of(new BuiltInRules());
        var root = new RootCommand("A static analyzer for GitOps repositories: Flux CD, Kustomize and Helm.")
        {
            LintCommand.Create(session, rules),
            BuildCommand.Create(session),
            TraceCommand.Create(session, rules),
            ClustersCommand.Create(session, rules),
            VersionsCommand.Create(session, rules),
            GraphCommand.Create(session, rules),
            DiffCommand.Create(session, rules),
            SchemaCommand.Create(session, rules),
            InitCommand.Create(session, rules),
            NewCommand.Create(session, rules),
            ConfigCommand.Create(session, rules),
            PacksCommand.Create(session, rules),
            PoliciesCommand.Create(session, rules),
            RulesCommand.Create(session, rules),
            ExplainCommand.Create(session, rules),
            CompletionCommand.Create(session),
            Color,
        };
        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction usual })
            {
                usual.MaxWidth = session.Width ?? HelpWithExamples.WidthInPipe;
                option.Action = new HelpWithExamples(usual);
            }
        }
        return root;
    }
}
