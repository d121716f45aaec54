namespace FluxLint.Diagnostics;

/// <summary>How sure a fix is.</summary>
public enum FixSafety
{
    /// <summary>It does what the author meant, and nothing else.</summary>
    Safe,

    /// <summary>It guesses what the author meant: somebody should look at it.</summary>
    Unsafe,
}
