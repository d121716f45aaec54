namespace FluxLint.Analysis;

/// <summary>Something that a rule does.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Action">What it does.</param>
internal sealed record RuleAction<T>(Rule Rule, T Action);
