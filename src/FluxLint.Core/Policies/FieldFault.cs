namespace FluxLint.Policies;

/// <summary>A field that a policy has something against.</summary>
/// <param name="Field">The field, or what is nearest to it.</param>
/// <param name="Message">What is wrong, without a full stop.</param>
internal sealed record FieldFault(FieldNode Field, string Message);
