using System.Collections.Immutable;
using System.CommandLine;
using FluxLint.Analysis;
using FluxLint.Cli.Terminal;
using FluxLint.Diagnostics;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint rules</c>: lists the rules.</summary>
internal static class RulesCommand
{
    public static Command Create(Session session, ImmutableArray<RulePack> packs)
    {
        var command = new Command("rules", "List the rules with their default severities and fixes.");
        command.SetAction(_ => Print(session, packs));
        return command;
    }

    private static int Print(Session session, ImmutableArray<RulePack> packs)
    {
        var rules = Linter.Describe(packs);
        var width = rules.Max(rule => rule.Name.Length);
        var lines = rules.Select(rule => $"{rule.Id}  {rule.Name.PadRight(width)}  {Summary.Word(rule.Severity),-7}  {Fix(rule),-6}  {rule.Descriptor.Title}");
        session.Print(string.Join('\n', lines));
        return ExitCode.Clean;
    }

    private static string Fix(RuleInfo rule) => rule.Descriptor.Fix switch
    {
        FixSafety.Safe => "safe",
        FixSafety.Unsafe => "unsafe",
        _ => "",
    };
}
