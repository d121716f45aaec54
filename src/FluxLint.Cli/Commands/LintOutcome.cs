using System.Collections.Immutable;

namespace FluxLint.Cli.Commands;

/// <summary>What a lint gives to its user.</summary>
/// <param name="Note">What is said before the reports; empty for nothing.</param>
/// <param name="Reports">What writes the reports, in the order of their targets.</param>
/// <param name="Statistics">What is said behind the reports; empty for nothing.</param>
/// <param name="ExitCode">The exit code.</param>
/// <param name="HoldsUntil">The last day on which the same files give the same; null when days do not matter.</param>
internal sealed record LintOutcome(string Note, ImmutableArray<Action<Stream>> Reports, string Statistics, int ExitCode, DateOnly? HoldsUntil);
