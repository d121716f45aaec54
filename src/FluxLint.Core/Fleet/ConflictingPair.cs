using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>An object that is applied twice.</summary>
/// <param name="First">As the first applies it.</param>
/// <param name="Second">As the other applies it.</param>
public sealed record ConflictingPair(Resource First, Resource Second)
{
    /// <summary>Whether both apply the same, so that nothing but the owner changes.</summary>
    public bool IsIdentical => ReferenceEquals(First.Root, Second.Root) || YamlNode.DataEquals(First.Root, Second.Root);
}
