using FluxLint.Syntax;

namespace FluxLint.Files;

/// <summary>A pattern with the place where it was written.</summary>
/// <param name="Glob">The pattern.</param>
/// <param name="Node">The scalar that holds it.</param>
internal sealed record LocatedGlob(Glob Glob, YamlScalar Node);
