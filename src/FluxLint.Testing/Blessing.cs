namespace FluxLint.Testing;

/// <summary>Whether tests rewrite what they expect instead of comparing with it.</summary>
public static class Blessing
{
    /// <summary>Whether <c>FLUXLINT_BLESS=1</c> is set.</summary>
    public static bool IsOn => Environment.GetEnvironmentVariable("FLUXLINT_BLESS") == "1";
}
