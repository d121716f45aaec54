using System.Collections.Immutable;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Changes;

/// <summary>Compares objects, each pair of distinct ones once, however many clusters have it.</summary>
internal sealed class ObjectComparisons(SecretFields secrets)
{
    private readonly Dictionary<(YamlMapping Before, YamlMapping After), ImmutableArray<FieldChange>> known = new(PairComparer.Instance);

    /// <summary>The fields that differ.</summary>
    public ImmutableArray<FieldChange> Compare(Resource before, Resource after)
    {
        if (ReferenceEquals(before.Root, after.Root))
            return [];
        if (!known.TryGetValue((before.Root, after.Root), out var fields))
            known[(before.Root, after.Root)] = fields = FieldComparison.Of(before, after, secrets);
        return fields;
    }

    private sealed class PairComparer : IEqualityComparer<(YamlMapping Before, YamlMapping After)>
    {
        public static readonly PairComparer Instance = new();

        public bool Equals((YamlMapping Before, YamlMapping After) x, (YamlMapping Before, YamlMapping After) y) =>
            ReferenceEquals(x.Before, y.Before) && ReferenceEquals(x.After, y.After);

        public int GetHashCode((YamlMapping Before, YamlMapping After) pair) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(pair.Before), System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(pair.After));
    }
}
