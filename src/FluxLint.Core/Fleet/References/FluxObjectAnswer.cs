using FluxLint.Kubernetes;
using FluxLint.Kustomize;

namespace FluxLint.Fleet;

/// <summary>What a cluster tells about a Flux object that another refers to.</summary>
/// <param name="Availability">Whether the cluster has it.</param>
public sealed record FluxObjectAnswer(Availability Availability)
{
    /// <summary>The object that is there and most likely meant: it has another kind, another namespace, or a name that differs by a slip.</summary>
    public Resource? Meant { get; init; }

    internal static FluxObjectAnswer Unknown { get; } = new(Availability.Unknown);

    internal static FluxObjectAnswer Provided { get; } = new(Availability.Provided);

    /// <summary>What is wrong with a reference, as the end of a sentence about what it names.</summary>
    /// <param name="asked">What the reference names.</param>
    public string Difference(ObjectKey asked) => Meant?.Id switch
    {
        { Kind: var kind } when kind != asked.Kind => $"which is declared as {kind}",
        { Name: var name, Namespace: var place } when name == asked.Name => $"which is declared in namespace '{place}'",
        _ => "which nothing in the cluster declares",
    };
}
