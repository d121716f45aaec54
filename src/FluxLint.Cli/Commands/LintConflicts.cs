using System.CommandLine;

namespace FluxLint.Cli.Commands;

/// <summary>Options of <c>fluxlint lint</c> that have other values than they take, or do not go together.</summary>
internal static class LintConflicts
{
    /// <summary>The first of them as a sentence for the user; null when the command can run.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="hasInput">Whether a file comes from the standard input.</param>
    public static string? Find(ParseResult parsed, bool hasInput)
    {
        if (!LintArguments.Severities.Contains(parsed.GetRequiredValue(LintArguments.FailOn)))
            return $"--fail-on takes error, warning or info, not '{parsed.GetValue(LintArguments.FailOn)}'";
        if (!LintArguments.Profiles.Contains(parsed.GetRequiredValue(LintArguments.Profile)))
            return $"--sarif-profile takes full or github, not '{parsed.GetValue(LintArguments.Profile)}'";
        var isFixing = parsed.GetValue(LintArguments.Fix) || parsed.GetValue(LintArguments.Diff);
        var isWatching = parsed.GetValue(LintArguments.Watch);
        var isTimed = parsed.GetValue(LintArguments.Timings);
        var (hasBase, writesBaseline) = (parsed.GetValue(LintArguments.Base) is not null, parsed.GetValue(LintArguments.WriteBaseline) is not null);
        if (parsed.GetValue(LintArguments.UnsafeFixes) && !isFixing)
            return "--unsafe-fixes goes with --fix or --diff";
        if (isWatching && isFixing)
            return "--watch goes with neither --fix nor --diff";
        if (hasInput && (isFixing || isWatching))
            return "'-' goes with none of --fix, --diff and --watch";
        if (isTimed && (isFixing || isWatching))
            return "--timings goes with none of --fix, --diff and --watch";
        if (writesBaseline && (parsed.GetValue(LintArguments.Baseline) is not null || isFixing || isWatching))
            return "--write-baseline goes with none of --baseline, --fix, --diff and --watch";
        if (parsed.GetValue(LintArguments.Assume) is not null && (isFixing || isWatching || writesBaseline || hasBase))
            return "--assume goes with none of --base, --fix, --diff, --watch and --write-baseline";
        return hasBase && (hasInput || isFixing || isWatching || isTimed) ? "--base goes with none of '-', --fix, --diff, --watch and --timings" : null;
    }
}
