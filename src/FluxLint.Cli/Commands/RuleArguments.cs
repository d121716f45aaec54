using System.Collections.Frozen;
using System.Collections.Immutable;
using System.CommandLine;
using FluxLint.Analysis;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Text;

namespace FluxLint.Cli.Commands;

/// <summary>The options that say which rules run. They are stronger than the configuration of the repository.</summary>
internal static class RuleArguments
{
    public static readonly Option<string?> Preset = new("--preset")
    {
        Description = "Where the severities start from, in place of the preset that is configured.",
        HelpName = "recommended|strict|all",
        CompletionSources = { Completions.Of([.. Presets.Names]) },
    };

    public static readonly Option<string[]> Select = new("--select")
    {
        Description = "The only rules to run, those that are off among them: ids, names, or starts of ids such as FLX3, with commas between. What cannot be read is reported all the same.",
        HelpName = "rules",
        CompletionSources = { Completions.Rules },
        DefaultValueFactory = _ => [],
    };

    public static readonly Option<string[]> Ignore = new("--ignore")
    {
        Description = "The rules not to run, written the same way.",
        HelpName = "rules",
        CompletionSources = { Completions.Rules },
        DefaultValueFactory = _ => [],
    };

    /// <summary>What the options ask for; null when a preset or a rule does not exist.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="findRules">Finds the rules that it may name, which takes opening the repository.</param>
    /// <param name="isOpen">Whether there are more, of packs that this run leaves out.</param>
    /// <param name="problem">What is wrong; empty when nothing is.</param>
    public static RuleSelection? Read(ParseResult parsed, Func<RuleSet> findRules, bool isOpen, out string problem)
    {
        problem = "";
        var written = parsed.GetValue(Preset);
        if (written is not null && Presets.Find(written) is null)
        {
            problem = $"--preset knows no '{written}'; {Suggestion.For(written, Presets.Names)?.Question ?? $"there are {string.Join(", ", Presets.Names)}"}";
            return null;
        }
        var (select, ignore) = (Split(parsed.GetRequiredValue(Select)), Split(parsed.GetRequiredValue(Ignore)));
        var selection = new RuleSelection { Preset = Presets.Find(written) };
        if (select.Count == 0 && ignore.Count == 0)
            return selection;

        var rules = findRules().Infos;
        if (Find(select, "--select", out problem) is not { } selected || Find(ignore, "--ignore", out problem) is not { } ignored)
            return null;
        return selection with { Selected = select.Count > 0 ? selected : null, Ignored = ignored };

        FrozenSet<string>? Find(List<string> selectors, string option, out string problem)
        {
            var found = RuleSelection.Find(selectors.Where(selector => !isOpen || !MayBeOfPack(selector, rules)), rules, out problem);
            problem = $"{option}: {problem}";
            return found;
        }
    }

    private static bool MayBeOfPack(string selector, ImmutableArray<RuleInfo> rules) =>
        !selector.StartsWith(RuleInfo.BuiltInIds, StringComparison.OrdinalIgnoreCase) && RuleSelection.Meant(selector, rules).IsEmpty;

    private static List<string> Split(string[] values) =>
        [.. values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries)).Where(selector => selector.Length > 0)];
}
