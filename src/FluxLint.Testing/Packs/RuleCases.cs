using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.CodeFixes;
using FluxLint.Diagnostics;
using FluxLint.Semantics;

namespace FluxLint.Testing;

/// <summary>The cases of one rule, taken together.</summary>
internal sealed class RuleCases
{
    private const int MostRounds = 10;

    private readonly DiagnosticDescriptor descriptor;
    private readonly RuleSet rules;
    private readonly string folder;

    public RuleCases(Rule rule, RuleSet rules, string folder)
    {
        descriptor = rule.Describe();
        this.rules = rules;
        this.folder = folder;
        Paths = Directory.Exists(folder) ? [.. CaseRunner.Find(folder)] : [];
    }

    /// <summary>The files and folders that are cases.</summary>
    public ImmutableArray<string> Paths { get; }

    // No text that a user writes makes a rule throw.
    private bool IsWithoutCases => descriptor == Rule.Crash;

    /// <summary>A rule shows what it finds, and that it is silent where something is close to that.</summary>
    public IEnumerable<string> Kinds()
    {
        var marked = Paths.ToLookup(path => CaseRepository.Load(path).Files.Any(file => file.Markers.Any(marker => marker.Id == descriptor.Id)));
        if (!marked[true].Any() && !IsWithoutCases)
            yield return $"no case in '{folder}' has a marker '#~ {descriptor.Id}'";
        if (!marked[false].Any() && !IsWithoutCases)
            yield return $"no case in '{folder}' comes close and is silent: write one without a marker '#~ {descriptor.Id}'";
    }

    /// <summary>Fixes are as sure as they are said to be, and come to an end.</summary>
    public IEnumerable<string> Fixes()
    {
        FixSafety? least = null;
        foreach (var path in Paths)
        {
            var compilation = Compilation.Create(CaseRepository.Load(path).FileSystem, new() { Rules = rules.Infos });
            var offered = Offered(compilation);
            if (offered.IsEmpty)
                continue;
            least = offered.Select(finding => finding.Fix?.Safety).Append(least).Max();
            // What one fix leaves may need another, but not for ever.
            for (var round = 0; round < MostRounds && !offered.IsEmpty; round++)
            {
                compilation = Fixed(compilation, offered);
                offered = Offered(compilation);
            }
            foreach (var finding in offered)
                yield return $"{Path.GetFileName(path)}: what the fixes leave is fixed again and again: {FindingText.Of(finding)}";
        }
        if (least != descriptor.Fix && !IsWithoutCases)
            yield return $"the descriptor says {Word(descriptor.Fix)}, and the cases have {Word(least)}";
    }

    private static Compilation Fixed(Compilation compilation, ImmutableArray<Diagnostic> offered) =>
        compilation.With([.. FixApplier.Apply(FixApplier.Select(offered, FixSafety.Unsafe)).Select(file => KeyValuePair.Create(file.Key, (ImmutableArray<byte>?)file.Value.Encode()))]);

    private ImmutableArray<Diagnostic> Offered(Compilation compilation) =>
        [.. Linter.Lint(compilation, rules).Diagnostics.Where(finding => finding.Id == descriptor.Id && finding.Fix is not null)];

    private static string Word(FixSafety? safety) => safety switch
    {
        FixSafety.Safe => "safe fixes",
        FixSafety.Unsafe => "unsafe fixes",
        _ => "no fixes",
    };
}
