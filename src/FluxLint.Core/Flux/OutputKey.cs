using System.Collections.Immutable;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Flux;

/// <summary>What makes outputs one: the same build, whose objects are the same instances after substitution.</summary>
internal sealed class OutputKey(Rendering rendering, ImmutableArray<Resource> resources, ImmutableArray<SubstitutionResult> substitutions) : IEquatable<OutputKey>
{
    public Rendering Rendering => rendering;

    public ImmutableArray<Resource> Resources => resources;

    public ImmutableArray<SubstitutionResult> Substitutions => substitutions;

    public bool Equals(OutputKey? other) =>
        other is not null
        && ReferenceEquals(rendering, other.Rendering)
        && (resources == other.Resources || Same(resources.AsSpan(), other.Resources.AsSpan()))
        && Same(substitutions.AsSpan(), other.Substitutions.AsSpan());

    public override bool Equals(object? other) => Equals(other as OutputKey);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(rendering);
        foreach (var resource in resources)
            hash.Add(resource);
        return hash.ToHashCode();
    }

    private static bool Same<T>(ReadOnlySpan<T> first, ReadOnlySpan<T> second)
        where T : class => first.SequenceEqual(second, ReferenceEqualityComparer.Instance);
}
