using System.Collections.Immutable;

namespace FluxLint.Testing;

/// <summary>A text freed of its markers, and the markers.</summary>
/// <param name="Text">The text that a rule is to see.</param>
/// <param name="Markers">The findings that are expected in it, in the order of their lines.</param>
public sealed record MarkedText(string Text, ImmutableArray<Marker> Markers)
{
    /// <summary>What differs between the markers and what was found, one sentence a difference; none when all is as expected.</summary>
    public ImmutableArray<string> Differences(IEnumerable<Marker> found)
    {
        var missing = Markers.ToList();
        var unexpected = new List<Marker>();
        // Markers that say more choose first, so that a bare one does not take what another needs.
        foreach (var finding in found)
        {
            var match = missing.Where(marker => marker.Matches(finding)).MaxBy(Precision);
            if (match is null)
                unexpected.Add(finding);
            else
                missing.Remove(match);
        }
        return
        [
            .. missing.Select(marker => $"line {marker.Line}: expected and not found: {marker}"),
            .. unexpected.Select(finding => $"line {finding.Line}: found and not expected: {finding}"),
        ];
    }

    private static int Precision(Marker marker) => (marker.StartColumn is null ? 0 : 2) + (marker.Message is null ? 0 : 1);
}
