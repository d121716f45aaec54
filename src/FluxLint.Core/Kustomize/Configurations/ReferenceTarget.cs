using System.Collections.Immutable;

namespace FluxLint.Kustomize.Configurations;

/// <summary>Objects that others name, and the fields that do.</summary>
/// <param name="Selector">Selects the objects by group, version and kind.</param>
/// <param name="Fields">The fields, in the objects that hold them.</param>
internal sealed record ReferenceTarget(FieldSpec Selector, ImmutableArray<FieldSpec> Fields);
