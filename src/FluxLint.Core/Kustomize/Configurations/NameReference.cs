namespace FluxLint.Kustomize.Configurations;

/// <summary>A field that names another object.</summary>
/// <param name="Target">Selects the objects that it may name.</param>
/// <param name="Field">The field, in the objects that hold it.</param>
internal sealed record NameReference(FieldSpec Target, FieldSpec Field);
