namespace FluxLint.Kustomize.Tracing;

/// <summary>One step of a <see cref="FieldPath"/>: a key of a mapping, or an index of a list.</summary>
/// <param name="Name">The key, or the index as text.</param>
/// <param name="IsIndex">Whether it is written as an index.</param>
internal sealed record FieldStep(string Name, bool IsIndex = false);
