using System.Collections.Frozen;
using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Text;

namespace FluxLint.Configuration;

/// <summary>What the caller wants of rules, whatever the repository configures.</summary>
internal sealed record RuleSelection
{
    /// <summary>Leaves everything to the configuration.</summary>
    public static RuleSelection Default { get; } = new();

    /// <summary>Where the severities start from; null for what is configured.</summary>
    public Preset? Preset { get; init; }

    /// <summary>
    /// The ids of the only rules to run; null for all. They run even where they are off for the whole repository. What cannot be read
    /// or built is reported all the same: a rule that saw nothing of it must not look content.
    /// </summary>
    public FrozenSet<string>? Selected { get; init; }

    /// <summary>The ids of rules that run besides those that would, even where they are off by default.</summary>
    public FrozenSet<string> Added { get; init; } = [];

    /// <summary>The ids of rules that do not run, selected or not.</summary>
    public FrozenSet<string> Ignored { get; init; } = [];

    /// <summary>The ids of the rules that are meant by ids, names, or what ids start with, such as <c>FLX3</c>.</summary>
    /// <param name="selectors">What was written.</param>
    /// <param name="rules">The rules there are.</param>
    /// <param name="problem">What is wrong with it; empty when nothing is.</param>
    public static FrozenSet<string>? Find(IEnumerable<string> selectors, ImmutableArray<RuleInfo> rules, out string problem)
    {
        problem = "";
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var selector in selectors)
        {
            var meant = Meant(selector, rules);
            if (meant.IsEmpty)
            {
                var nearest = Suggestion.For(selector, rules.SelectMany(rule => (string[])[rule.Id, rule.Name]));
                problem = $"there is no rule '{selector}'; {nearest?.Question ?? "'fluxlint rules' lists them all"}";
                return null;
            }
            ids.UnionWith(meant);
        }
        return ids.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The ids of the rules that one id, name, or start of ids means.</summary>
    public static ImmutableArray<string> Meant(string selector, ImmutableArray<RuleInfo> rules) =>
        [.. rules.Where(rule => IsMeant(rule, selector)).Select(rule => rule.Id)];

    /// <summary>Whether a rule may run at all.</summary>
    internal bool Includes(DiagnosticDescriptor descriptor) =>
        !Ignored.Contains(descriptor.Id) && (Selected is null || Selected.Contains(descriptor.Id) || Added.Contains(descriptor.Id) || descriptor.Category == RuleCategory.Engine);

    /// <summary>Whether a rule is asked for.</summary>
    internal bool Demands(DiagnosticDescriptor descriptor) => Added.Contains(descriptor.Id) || (Selected is not null && Selected.Contains(descriptor.Id));

    private static bool IsMeant(RuleInfo rule, string selector) =>
        selector.Length > 0
        && (rule.Id.StartsWith(selector, StringComparison.OrdinalIgnoreCase) || rule.Name.Equals(selector, StringComparison.OrdinalIgnoreCase));
}
