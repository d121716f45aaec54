using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Text;

namespace FluxLint.CodeFixes;

/// <summary>Makes the changes of several fixes at once.</summary>
public static class FixApplier
{
    /// <summary>
    /// The findings whose fixes can be made together, in their order: one whose changes touch those of an earlier one has to wait. Changes
    /// that are the same are made once.
    /// </summary>
    /// <param name="diagnostics">Findings of one lint.</param>
    /// <param name="most">The least sure fixes to take.</param>
    public static ImmutableArray<Diagnostic> Select(IEnumerable<Diagnostic> diagnostics, FixSafety most)
    {
        var taken = new Dictionary<string, List<TextChange>>(StringComparer.Ordinal);
        var selected = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Fix is not { } fix || fix.Safety > most || fix.Changes.Any(change => change.Source.InvalidOffset is not null))
                continue;
            if (fix.Changes.Any(IsInTheWay) || fix.Changes.Any(change => fix.Changes.Any(other => IsAmbiguous(change, other))))
                continue;
            selected.Add(diagnostic);
            foreach (var change in fix.Changes)
                (taken.TryGetValue(change.Source.Path, out var there) ? there : taken[change.Source.Path] = []).Add(change);
        }
        return selected.ToImmutable();

        bool IsInTheWay(TextChange change) => taken.TryGetValue(change.Source.Path, out var there) && there.Exists(other => Touch(change, other));
    }

    /// <summary>The files as the fixes of some findings leave them, by path. The fixes must not be in each other's way.</summary>
    public static ImmutableSortedDictionary<string, SourceText> Apply(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.SelectMany(diagnostic => diagnostic.Fix?.Changes ?? [])
            .Distinct()
            .GroupBy(change => change.Source.Path, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(file => file.Key, file => file.First().Source.With([.. file]), StringComparer.Ordinal);

    // What one fix puts in at one place comes in the order of its changes.
    private static bool IsAmbiguous(TextChange a, TextChange b) => a.Span is not { Length: 0 } ? Touch(a, b) : b.Span != a.Span && Touch(a, b);

    /// <summary>Whether the order of two different changes would matter.</summary>
    private static bool Touch(TextChange a, TextChange b)
    {
        if (a.Equals(b))
            return false;
        return a.Span.Length == 0 || b.Span.Length == 0
            ? a.Span.Start <= b.Span.End && b.Span.Start <= a.Span.End
            : a.Span.Start < b.Span.End && b.Span.Start < a.Span.End;
    }
}
