using System.CommandLine;
using FluxLint.Analysis;
using FluxLint.Cli.Packs;
using FluxLint.Cli.Terminal;
using FluxLint.Diagnostics;
using FluxLint.Reporting;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint rules</c>: lists the rules.</summary>
internal static class RulesCommand
{
    public static Command Create(Session session, RuleSet rules)
    {
        var command = new Command("rules", "List the rules, those of packs and policies of the repository at hand among them, with their default severities and fixes.") { PackArguments.Allow, PackArguments.Locked };
        command.SetAction((parsed, cancellation) =>
            Task.FromResult(new PackRun(session, rules, parsed).Run(RepositoryRoot.Find(session.Directory, ".", out _), null, run => Print(session, RepositoryRules.Here(run.Rules, session)), cancellation)));
        return command;
    }

    private static int Print(Session session, RuleSet rules)
    {
        var width = rules.Infos.Max(rule => rule.Name.Length);
        var ansi = new Ansi(session.Color);
        var lines = rules.Infos.Select(rule =>
            $"{ansi.Heading(rule.Id)}  {rule.Name.PadRight(width)}  {Severity(ansi, rule)}  {Fix(rule),-6}  {SafeText.OneLine(rule.Descriptor.Title)}");
        session.Print(string.Join('\n', lines));
        return ExitCode.Clean;
    }

    private static string Severity(Ansi ansi, RuleInfo rule) =>
        rule.Severity == Diagnostics.Severity.Off ? "off    " : ansi.Of(rule.Severity, $"{Summary.Word(rule.Severity),-7}");

    private static string Fix(RuleInfo rule) => rule.Descriptor.Fix switch
    {
        FixSafety.Safe => "safe",
        FixSafety.Unsafe => "unsafe",
        _ => "",
    };
}
