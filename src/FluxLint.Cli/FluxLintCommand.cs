using System.Collections.Immutable;
using System.CommandLine;
using FluxLint.Cli.Commands;
using FluxLint.Rules;

namespace FluxLint.Cli;

/// <summary>The command <c>fluxlint</c> with its subcommands.</summary>
internal static class FluxLintCommand
{
    public static RootCommand Create(Session session)
    {
        ImmutableArray<RulePack> packs = [new BuiltInRules()];
        return new RootCommand("A static analyzer for GitOps repositories: Flux CD, Kustomize and Helm.")
        {
            LintCommand.Create(session, packs),
            RulesCommand.Create(session, packs),
            ExplainCommand.Create(session, packs),
        };
    }
}
