using System.CommandLine;
using FluxLint.Analysis;
using FluxLint.Cli.Packs;
using FluxLint.Cli.Terminal;
using FluxLint.Files;
using FluxLint.Reporting;
using FluxLint.Semantics;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint config show</c>: lists the settings that hold, and who decides each.</summary>
internal sealed class ConfigShowCommand(Session session, RuleSet rules) : FleetCommand(session, rules)
{
    private static readonly Argument<string> PathArgument = new("path")
    {
        Description = "The repository, or a file or directory of it for the severities that hold there.",
        DefaultValueFactory = _ => ".",
    };

    private static readonly Option<string?> Config = new("--config")
    {
        Description = "The configuration to use in place of fluxlint.yaml at the root.",
        HelpName = "file",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print the settings as JSON.",
    };

    public static Command Create(Session session, RuleSet rules)
    {
        var command = new Command("show", "List the settings that hold, and where each comes from.") { PathArgument, Config, RuleArguments.Preset, RuleArguments.Select, RuleArguments.Ignore, PackArguments.Allow, PackArguments.Locked, Json };
        command.SetAction((parsed, cancellation) => Task.FromResult(new PackRun(session, rules, parsed).Run(
            RepositoryRoot.Find(session.Directory, parsed.GetRequiredValue(PathArgument), out _), parsed.GetValue(Config), run => new ConfigShowCommand(session, run.Rules).Run(parsed, run, cancellation), cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, RunRules run, CancellationToken cancellation)
    {
        if (RepositoryRoot.Find(Session.Directory, parsed.GetRequiredValue(PathArgument), out var problem) is not { } root)
            return Session.Fail(problem);
        if (ConfigurationFile.Find(Session, root, parsed.GetValue(Config), out problem) is not { } file)
            return Session.Fail(problem);
        var rules = RepositoryRules.Of(run.Rules, root, file);
        if (RuleArguments.Read(parsed, () => rules, run.LeftOut.Length > 0, out problem) is not { } selection)
            return Session.Fail(problem);
        return Show(root, parsed.GetValue(Config), compilation =>
        {
            var settings = EffectiveSettings.Of(compilation, rules.Infos, selection, FileOf(compilation.Repository, root.Scope));
            if (parsed.GetValue(Json))
                SettingsJson.Write(settings, Session.Output);
            else
                SettingsReport.Write(settings, rules.Infos, new(Session.Color), Session.Width, Session.Output);
            return ExitCode.Clean;
        }, cancellation, showsNone: true);
    }

    /// <summary>The file that severities are told for: of a directory, its kustomization.</summary>
    private static string? FileOf(Repository repository, string scope) =>
        scope.Length == 0 ? null
        : repository.FileExists(scope) ? scope
        : repository.KustomizationFile(scope) ?? $"{scope}/kustomization.yaml";
}
