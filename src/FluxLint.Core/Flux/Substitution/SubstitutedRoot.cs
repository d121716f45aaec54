using System.Collections.Immutable;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>The content of an object after substitution.</summary>
/// <param name="Root">The object's root.</param>
/// <param name="Uses">What became of each reference.</param>
/// <param name="Problems">What makes Flux refuse it.</param>
/// <param name="Work">How many characters it took.</param>
internal sealed record SubstitutedRoot(YamlMapping Root, ImmutableArray<VariableUse> Uses, ImmutableArray<BuildProblem> Problems, long Work);
