namespace FluxLint.Analysis;

/// <summary>Something that a rule does.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Action">What it does.</param>
internal readonly record struct RuleAction<T>(Rule Rule, T Action);
