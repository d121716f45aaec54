using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Configuration;

/// <summary>What configuration says of a rule.</summary>
/// <param name="Id">The id of the rule.</param>
/// <param name="Rule">The key: the id or the name of the rule.</param>
/// <param name="Severity">The severity; null when none is given.</param>
/// <param name="Options">The options that are set.</param>
internal sealed record RuleSetting(string Id, YamlScalar Rule, Severity? Severity, ImmutableArray<OptionSetting> Options);
