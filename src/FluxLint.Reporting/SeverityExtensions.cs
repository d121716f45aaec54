using System.Collections.Immutable;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>What the formats call a severity.</summary>
internal static class SeverityExtensions
{
    /// <summary>The word that configuration and JSON use.</summary>
    public static string ToWord(this Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
        _ => "off",
    };

    /// <summary>SARIF's level.</summary>
    public static string ToSarifLevel(this Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "note",
        _ => "none",
    };

    /// <summary>The findings from the most severe to the least, each severity in the order it had.</summary>
    public static IEnumerable<Diagnostic> MostSevereFirst(this ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.OrderByDescending(diagnostic => diagnostic.Severity);
}
