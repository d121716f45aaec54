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

    /// <summary>The path as people may see it.</summary>
    public string ShownPath => Cause?.ShownField ?? "";

    /// <summary>Whether clusters that have the change differ in the values of variables, so that what is written counts.</summary>
    public bool Varies { get; init; }

    /// <summary>The same for the same change: that of what is written, or of the variables in it.</summary>
    public string Signature => Text(Before, asWritten: true) is var before && Text(After, asWritten: true) is var after && before != after ? $"{Path}\0{before}\0{after}" : Values;

    /// <summary>The same for the same values at the same path.</summary>
    public string Values => $"{Path}\0{Text(Before, asWritten: false)}\0{Text(After, asWritten: false)}";

    private static string Text(Place? place, bool asWritten) => place is null ? ""
        : asWritten && NodeText.IsFilledIn(place.Value) ? $"{NodeText.Of(place.Value, asWritten)} (filled in)"
        : NodeText.Of(place.Value, asWritten);
}
