using System.Collections.Immutable;
using FluxLint.Kustomize;

namespace FluxLint.Flux;

/// <summary>An object after post-build substitution.</summary>
/// <param name="Resource">The object; the same instance when nothing changed. A scalar that cannot be substituted stays as it was.</param>
/// <param name="Uses">What became of each reference, in document order. None where nothing is substituted.</param>
/// <param name="Names">The names of the variables that the result depends on, in order.</param>
/// <param name="Problems">What makes Flux refuse the object.</param>
public sealed record SubstitutionResult(Resource Resource, ImmutableArray<VariableUse> Uses, ImmutableArray<string> Names, ImmutableArray<BuildProblem> Problems)
{
    /// <summary>How many characters the substitution took.</summary>
    internal long Work { get; init; }
}
