namespace FluxLint.Diagnostics;

/// <summary>The fixed order of findings.</summary>
internal static class DiagnosticOrder
{
    /// <summary>Findings by path, position, id and length.</summary>
    public static IEnumerable<Diagnostic> InOrder(this IEnumerable<Diagnostic> diagnostics) => diagnostics
        .OrderBy(diagnostic => diagnostic.Location.Path, StringComparer.Ordinal)
        .ThenBy(diagnostic => diagnostic.Location.Span.Start)
        .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
        .ThenBy(diagnostic => diagnostic.Location.Span.Length)
        .ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal);
}
