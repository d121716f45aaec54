namespace FluxLint.Reporting;

/// <summary>Whom a SARIF log is for.</summary>
public enum SarifProfile
{
    /// <summary>Any reader: everything that is known.</summary>
    Full,

    /// <summary>
    /// GitHub code scanning: without what it does not show, and within what it accepts
    /// (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
    /// </summary>
    GitHub,
}
