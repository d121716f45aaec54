using FluxLint.Analysis;

namespace FluxLint.Cli.Packs;

/// <summary>The rules of one run.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Packs">Tells their packs from any others; empty where none are configured.</param>
internal sealed record RunRules(RuleSet Rules, string Packs);
