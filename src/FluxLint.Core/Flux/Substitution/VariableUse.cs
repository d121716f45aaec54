namespace FluxLint.Flux;

/// <summary>What became of a reference to a variable.</summary>
/// <param name="Reference">The reference.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Variable">The variable; null when it is not defined, or not known to be.</param>
public sealed record VariableUse(VariableReference Reference, VariableOutcome Outcome, SubstitutionVariable? Variable);
