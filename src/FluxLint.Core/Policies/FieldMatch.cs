namespace FluxLint.Policies;

/// <summary>Where a path ends in an object.</summary>
/// <param name="Field">The field; what is nearest to it where it is missing.</param>
/// <param name="IsMissing">Whether it is missing.</param>
internal sealed record FieldMatch(FieldNode Field, bool IsMissing);
