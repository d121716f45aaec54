using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Configuration;

/// <summary>The severity that configuration gives to a rule.</summary>
/// <param name="Id">The id of the rule.</param>
/// <param name="Severity">The severity.</param>
/// <param name="Rule">The key: the id or the name of the rule.</param>
/// <param name="Value">The scalar that holds the severity.</param>
internal sealed record RuleSetting(string Id, Severity Severity, YamlScalar Rule, YamlScalar Value);
