namespace FluxLint.Analysis;

/// <summary>One rule at work on one thing.</summary>
internal sealed record RuleRun(Rule Rule, RepositoryModel Model, List<Finding> Findings);
