using System.CommandLine;
using FluxLint.Analysis;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint policies</c>: what there is for those who write policies.</summary>
internal static class PoliciesCommand
{
    public static Command Create(Session session, RuleSet rules) => new("policies", "Work on the policies of a repository.") { PolicyTestCommand.Create(session, rules) };
}
