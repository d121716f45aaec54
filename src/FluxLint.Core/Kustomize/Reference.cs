using FluxLint.Syntax;

namespace FluxLint.Kustomize;

/// <summary>A path that a kustomization refers to.</summary>
/// <param name="Field">The field, such as <c>resources</c> or <c>patches</c>.</param>
/// <param name="Node">The scalar that holds the path.</param>
/// <param name="Kind">What it leads to.</param>
/// <param name="Path">The path from the repository root; what is written where it is remote or outside.</param>
public sealed record Reference(string Field, YamlScalar Node, ReferenceKind Kind, string Path);
