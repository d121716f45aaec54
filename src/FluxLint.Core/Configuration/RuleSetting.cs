using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Configuration;

/// <summary>What configuration says of a rule.</summary>
/// <param name="Id">The id of the rule.</param>
/// <param name="Rule">The key: the id or the name of the rule, or what its id starts with.</param>
/// <param name="Severity">The severity; null when none is given.</param>
/// <param name="Options">The options that are set.</param>
internal sealed record RuleSetting(string Id, YamlScalar Rule, Severity? Severity, ImmutableArray<OptionSetting> Options)
{
    /// <summary>The key that gives the severity, which may be another when the rule itself is only given options.</summary>
    public YamlScalar SeverityKey { get; init; } = Rule;

    private int Exactness => Id.StartsWith(SeverityKey.Value, StringComparison.OrdinalIgnoreCase) ? SeverityKey.Value.Length : Id.Length;

    /// <summary>The settings of both, each rule once: what the stronger do not say, or less exactly, the weaker may.</summary>
    public static ImmutableArray<RuleSetting> Combine(ImmutableArray<RuleSetting> stronger, ImmutableArray<RuleSetting> weaker) =>
    [
        .. stronger.Select(setting => weaker.FirstOrDefault(other => other.Id == setting.Id) is { } below ? setting.Over(below) : setting),
        .. weaker.Where(setting => !stronger.Any(other => other.Id == setting.Id)),
    ];

    private RuleSetting Over(RuleSetting below)
    {
        var decides = Severity is null || (below.Severity is not null && below.Exactness > Exactness) ? below : this;
        return this with
        {
            Severity = decides.Severity,
            SeverityKey = decides.SeverityKey,
            Options = [.. Options, .. below.Options.Where(other => !Options.Any(own => own.Name == other.Name))],
        };
    }
}
