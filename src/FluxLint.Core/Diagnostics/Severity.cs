namespace FluxLint.Diagnostics;

/// <summary>How much a finding matters, from least to most.</summary>
public enum Severity
{
    /// <summary>Not reported.</summary>
    Off,

    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>It works, and will hurt.</summary>
    Warning,

    /// <summary>The cluster breaks, or the fleet's policy is violated.</summary>
    Error,
}
