using System.Collections.Immutable;
using FluxLint.Analysis;

namespace FluxLint.Cli.Packs;

/// <summary>The rules of one run.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Packs">Tells their packs from any others; empty where none are configured.</param>
/// <param name="LeftOut">A sentence for each pack whose rules are not among them, without a full stop.</param>
internal sealed record RunRules(RuleSet Rules, string Packs, ImmutableArray<string> LeftOut);
