using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A variable that post-build substitution fills in.</summary>
/// <param name="Name">The name, which <c>${NAME}</c> refers to.</param>
/// <param name="Value">The value; null when it is defined but cannot be known here, because it is encrypted or made in the cluster.</param>
/// <param name="Node">The value as it is written.</param>
public sealed record SubstitutionVariable(string Name, string? Value, YamlNode Node)
{
    /// <summary>Where it is defined: the key, in the object that has it.</summary>
    public required Place Place { get; init; }

    /// <summary>Whether it has a value of a Secret.</summary>
    internal bool IsSecret => SecretContent.IsSecret(Place.Resource.Root) || SecretContent.IsTaken(Node);

    /// <summary>
    /// Whether Flux takes the name: letters, digits and underscores of ASCII, and no digit at the start
    /// (fluxcd/pkg, <c>kustomize_varsub.go</c>). One name that it does not take fails the whole Kustomization.
    /// </summary>
    public bool HasValidName => Name is ['_' or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'), ..] && Name.All(c => c == '_' || char.IsAsciiLetterOrDigit(c));
}
