using System.Collections.Immutable;
using System.CommandLine;
using FluxLint.Analysis;
using FluxLint.Cli.Packs;
using FluxLint.Cli.Terminal;
using FluxLint.Diagnostics;
using FluxLint.Text;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint explain</c>: prints the page of a rule.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> Id = new("id")
    {
        HelpName = "rule",
        Description = "The id or the name of a rule, such as FLX1001 or missing-reference.",
        CompletionSources = { Completions.Rules },
    };

    public static Command Create(Session session, RuleSet rules)
    {
        var command = new Command("explain", "Print what a rule finds, why it matters, and examples.") { Id, PackArguments.Allow, PackArguments.Locked };
        command.SetAction((parsed, cancellation) =>
            Task.FromResult(new PackRun(session, rules, parsed).Run(RepositoryRoot.Find(session.Directory, ".", out _), null, run => Print(session, RepositoryRules.Here(run.Rules, session), parsed.GetRequiredValue(Id)), cancellation)));
        return command;
    }

    private static int Print(Session session, RuleSet rules, string id)
    {
        var infos = rules.Infos;
        if (infos.FirstOrDefault(rule => Names(rule).Contains(id, StringComparer.OrdinalIgnoreCase)) is { } found)
        {
            var page = Reporting.SafeText.Lines(found.Page.TrimEnd());
            if (session.Width is { } width)
            {
                using var writer = new StreamWriter(session.Output, leaveOpen: true) { NewLine = "\n" };
                new MarkdownText(writer, new(session.Color), width).Write(page);
            }
            else
                session.Print(page);
            return ExitCode.Clean;
        }
        return session.Fail($"there is no rule '{id}'; {Suggestion.For(id, infos.SelectMany(Names))?.Question ?? "'fluxlint rules' lists them all"}");
    }

    private static string[] Names(RuleInfo rule) => [rule.Id, rule.Name];
}
