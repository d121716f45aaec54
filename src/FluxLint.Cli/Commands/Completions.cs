using System.CommandLine.Completions;
using FluxLint.Analysis;
using FluxLint.Cli.Terminal;
using FluxLint.Rules;
using FluxLint.Semantics;

namespace FluxLint.Cli.Commands;

/// <summary>What a shell may offer for an argument. Worked out only when a shell asks.</summary>
internal static class Completions
{
    /// <summary>Some words.</summary>
    public static Func<CompletionContext, IEnumerable<CompletionItem>> Of(params string[] words) => _ => words.Select(word => new CompletionItem(word));

    /// <summary>The formats of reports.</summary>
    public static IEnumerable<CompletionItem> Formats(CompletionContext context) => ReportFormats.Names.Select(name => new CompletionItem(name));

    /// <summary>The kinds of Kubernetes and Flux.</summary>
    public static IEnumerable<CompletionItem> Kinds(CompletionContext context) => new KindIndex(null, [], null, null).Names.Select(kind => new CompletionItem(kind));

    /// <summary>The ids and names of the built-in rules.</summary>
    public static IEnumerable<CompletionItem> Rules(CompletionContext context) =>
        RuleSet.Of(new BuiltInRules()).Infos.SelectMany(rule => (CompletionItem[])[new(rule.Id), new(rule.Name)]);
}
