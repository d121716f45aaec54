namespace FluxLint;

/// <summary>How far a lint is. Told from many threads, and not always in order.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Done">How much of that is done.</param>
/// <param name="Total">How much there is to do; 0 when that is not known.</param>
internal readonly record struct LintProgress(LintStage Stage, int Done, int Total);
