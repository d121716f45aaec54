using System.Collections.Immutable;
using System.CommandLine;
using FluxLint.Cli.Commands;
using FluxLint.Rules;

namespace FluxLint.Cli;

/// <summary>The command <c>fluxlint</c> with its subcommands.</summary>
internal static class FluxLintCommand
{
    /// <summary>Runs the command line; the exit code says what came of it.</summary>
    public static async Task<int> Run(Session session, IReadOnlyList<string> arguments)
    {
        var parsed = Create(session).Parse(arguments);
        var help = new StreamWriter(session.Output, leaveOpen: true) { AutoFlush = true };
        var exitCode = await parsed.InvokeAsync(new() { Output = help, Error = session.Error });
        return parsed.Errors.Count > 0 ? ExitCode.CouldNotRun : exitCode;
    }

    private static RootCommand Create(Session session)
    {
        ImmutableArray<RulePack> packs = [new BuiltInRules()];
        return new RootCommand("A static analyzer for GitOps repositories: Flux CD, Kustomize and Helm.")
        {
            LintCommand.Create(session, packs),
            BuildCommand.Create(session),
            TraceCommand.Create(session, packs),
            ClustersCommand.Create(session, packs),
            GraphCommand.Create(session, packs),
            RulesCommand.Create(session, packs),
            ExplainCommand.Create(session, packs),
        };
    }
}
