namespace FluxLint.Flux;

/// <summary>What became of a reference to a variable.</summary>
public enum VariableOutcome
{
    /// <summary>The value of the variable, or what an operator makes of it, stands in its place.</summary>
    Substituted,

    /// <summary>The variable is undefined or empty, and the default stands in its place.</summary>
    DefaultUsed,

    /// <summary>The variable is undefined and there is no default: nothing stands in its place, and with strict substitution the Kustomization fails.</summary>
    Undefined,

    /// <summary>The value is not known, so the reference stays as it is.</summary>
    Unknown,

    /// <summary>It stands in the default of another variable that does not need it.</summary>
    Unused,

    /// <summary>It is escaped.</summary>
    Escaped,
}
