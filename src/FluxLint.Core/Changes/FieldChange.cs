using FluxLint.Kustomize;
using FluxLint.Kustomize.Tracing;

namespace FluxLint.Changes;

/// <summary>A field that gets another value, comes or goes.</summary>
/// <param name="Path">Where it is: in the later object, or in the earlier one when it goes.</param>
/// <param name="Before">The earlier value with its history; null when the field comes.</param>
/// <param name="After">The later value with its history; null when the field goes.</param>
/// <param name="IsSecret">Whether the values are for nobody to see.</param>
internal sealed record FieldChange(FieldPath Path, Place? Before, Place? After, bool IsSecret)
{
    /// <summary>The value that tells where the change was made: the later one, where there is one.</summary>
    public Place? Cause => After ?? Before;

    /// <summary>The same values at the same path, whichever file they are in.</summary>
    public string Signature => $"{Path}\0{Text(Before)}\0{Text(After)}";

    private static string Text(Place? place) => place is null ? "" : NodeText.Of(place.Value);
}
