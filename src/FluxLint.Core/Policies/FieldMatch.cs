using FluxLint.Syntax;

namespace FluxLint.Policies;

/// <summary>Where a path ends in an object.</summary>
/// <param name="Field">The field; what is nearest to it where it is missing.</param>
/// <param name="IsMissing">Whether it is missing.</param>
/// <param name="Item">The object, or the item or key in it that the path is about.</param>
/// <param name="Depth">How many steps of the path there are.</param>
internal sealed record FieldMatch(FieldNode Field, bool IsMissing, YamlNode Item, int Depth)
{
    /// <summary>Whether a variable may bring what is missing.</summary>
    public bool IsUnknown { get; init; }
}
