using System.CommandLine;
using FluxLint.Cli.Packs;
using FluxLint.Cli.Terminal;

namespace FluxLint.Cli.Commands;

/// <summary>The arguments and options of <c>lint</c>, but for those that say which rules run.</summary>
internal static class LintArguments
{
    public static readonly string[] Severities = ["error", "warning", "info"];

    public static readonly string[] Profiles = ["full", "github"];

    public static readonly Argument<string[]> Paths = new("path")
    {
        Description = "The repository, or the files and directories of it to report on. '-' is the one of --stdin-filename, read from the standard input.",
        DefaultValueFactory = _ => ["."],
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static readonly Option<string?> InputName = new("--stdin-filename")
    {
        Description = "The file of the repository that '-' stands for, which need not be saved, or be there at all.",
        HelpName = "file",
    };

    public static readonly Option<string?> Config = new("--config")
    {
        Description = "The configuration to use in place of fluxlint.yaml at the root.",
        HelpName = "file",
    };

    public static readonly Option<string[]> Output = new("--output", "-o")
    {
        Description = $"A format ({string.Join(", ", ReportFormats.Names)}), and a file for it if it does not go to the standard output. May be given several times.",
        HelpName = "format[=file]",
        CompletionSources = { Completions.Formats },
        DefaultValueFactory = _ => [],
    };

    public static readonly Option<string> FailOn = new("--fail-on")
    {
        Description = "The least severity that makes the exit code 1.",
        HelpName = "error|warning|info",
        CompletionSources = { Completions.Of(Severities) },
        DefaultValueFactory = _ => "error",
    };

    public static readonly Option<string?> Category = new("--category")
    {
        Description = "Keeps this SARIF log apart from others of the same commit.",
        HelpName = "name",
    };

    public static readonly Option<string> Profile = new("--sarif-profile")
    {
        Description = "Whom SARIF is for: any reader, or GitHub code scanning, which gets no more than it shows and accepts.",
        HelpName = "full|github",
        CompletionSources = { Completions.Of(Profiles) },
        DefaultValueFactory = _ => "full",
    };

    public static readonly Option<string?> Base = new("--base")
    {
        Description = "Report only what is found since a revision of git, such as origin/main. Both are linted with the present configuration.",
        HelpName = "revision",
    };

    public static readonly Option<string?> Baseline = new("--baseline")
    {
        Description = "The findings not to report, as --write-baseline wrote them, in place of those of the configured baseline.",
        HelpName = "file",
    };

    public static readonly Option<string?> WriteBaseline = new("--write-baseline")
    {
        Description = "Write the findings there are to a file, for --baseline or for 'baseline' in fluxlint.yaml, and report none.",
        HelpName = "file",
    };

    public static readonly Option<string?> Assume = new("--assume")
    {
        Description = "Report what an upgrade would break: what is found with these versions on all clusters, and not with those they run.",
        HelpName = "kubernetes=VERSION,flux=VERSION",
        CompletionSources = { Completions.Of("kubernetes=", "flux=") },
    };

    public static readonly Option<bool> Admission = new("--vap")
    {
        Description = "Report also what the ValidatingAdmissionPolicies of each cluster would refuse (FLX5009).",
    };

    public static readonly Option<bool> All = new("--all")
    {
        Description = "Print every finding of rules that have more than 20, of which text otherwise shows three.",
    };

    public static readonly Option<bool> Statistics = new("--statistics")
    {
        Description = "Count the findings by rule, as text does by itself where there are more than 20.",
    };

    public static readonly Option<bool> Stats = new("--stats")
    {
        Description = "Print how much work was done.",
    };

    public static readonly Option<bool> Timings = new("--timings")
    {
        Description = "Print where the time went: the stages of the lint, and the slowest rules. Nothing is taken from the cache then.",
    };

    public static readonly Option<bool> NoCache = new("--no-cache")
    {
        Description = "Lint even if nothing has changed since the last time, and keep nothing for the next.",
    };

    public static readonly Option<bool> Quiet = new("--quiet", "-q")
    {
        Description = "Print findings and errors alone: no summary, no notes, no progress.",
    };

    public static readonly Option<bool> Strict = new("--strict")
    {
        Description = "Exit code 2 where no cluster is found, so that nothing was checked as a cluster would have it.",
    };

    public static readonly Option<bool> Watch = new("--watch", "-w")
    {
        Description = "Lint again after every change, until Ctrl+C.",
    };

    public static readonly Option<bool> Fix = new("--fix")
    {
        Description = "Fix what can be fixed safely, and report what remains.",
    };

    public static readonly Option<bool> UnsafeFixes = new("--unsafe-fixes")
    {
        Description = "With --fix or --diff: fixes that guess what was meant, too.",
    };

    public static readonly Option<bool> Diff = new("--diff")
    {
        Description = "Print what --fix would change, and change nothing. Exit code 1 when there is something.",
    };

    /// <summary>The command with all of them.</summary>
    public static Command Command() => new("lint", "Find violations. Exit code: 0 none, 1 some, 2 could not run.")
    {
        Paths, InputName, Config, RuleArguments.Preset, RuleArguments.Select, RuleArguments.Ignore, Admission, Output, Profile, Category, FailOn, Base, Strict, PackArguments.Allow, PackArguments.Locked, Baseline, WriteBaseline, Assume, Fix, UnsafeFixes, Diff, Watch, NoCache, Quiet, All, Statistics, Stats, Timings,
    };
}
