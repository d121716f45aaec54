namespace FluxLint.Diagnostics;

/// <summary>The fixed order of findings: by path, position, id, length and message.</summary>
internal sealed class DiagnosticOrder : IComparer<Diagnostic>
{
    /// <summary>Compares two findings.</summary>
    public static readonly DiagnosticOrder Comparer = new();

    private DiagnosticOrder()
    {
    }

    /// <inheritdoc/>
    public int Compare(Diagnostic? x, Diagnostic? y)
    {
        if (x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var (a, b) = (x.Location, y.Location);
        int[] differences =
        [
            string.CompareOrdinal(a.Path, b.Path), a.Span.Start.CompareTo(b.Span.Start), string.CompareOrdinal(x.Id, y.Id),
            a.Span.Length.CompareTo(b.Span.Length), string.CompareOrdinal(x.Message, y.Message),
        ];
        return Array.Find(differences, difference => difference != 0);
    }
}
