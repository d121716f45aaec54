using System.Collections.Frozen;
using System.Collections.Immutable;
using FluxLint.Kubernetes;
using FluxLint.Kustomize.Configurations;

namespace FluxLint.Kustomize.Output;

/// <summary>Sorts resources by their kind, and within a kind by group, version, namespace and name.</summary>
internal sealed class LegacyOrder
{
    private readonly FrozenDictionary<string, int> ranks;

    public LegacyOrder(ImmutableArray<string> first, ImmutableArray<string> last)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < first.Length; i++)
            places[first[i]] = i - first.Length;
        for (var i = 0; i < last.Length; i++)
            places[last[i]] = i + 1;
        ranks = places.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static LegacyOrder Default { get; } = new(KindOrder.First, KindOrder.Last);

    public ImmutableArray<Resource> Sort(ImmutableArray<Resource> resources) =>
        [.. resources.Order(Comparer<Resource>.Create((a, b) => Compare(a.Id, b.Id)))];

    private int Compare(ResourceId a, ResourceId b)
    {
        if (a.ApiVersion == b.ApiVersion && a.Kind == b.Kind)
            return string.CompareOrdinal(ObjectKey(a), ObjectKey(b));
        var byRank = ranks.GetValueOrDefault(a.Kind).CompareTo(ranks.GetValueOrDefault(b.Kind));
        if (byRank != 0)
            return byRank;
        var byType = string.CompareOrdinal(TypeKey(a), TypeKey(b));
        // The core group sorts behind all others, but real namespaces come before the kinds that borrow their name.
        return a.Kind == "Namespace" && b.Kind == "Namespace" && (a.Group.Length == 0 || b.Group.Length == 0) ? -byType : byType;
    }

    private static string TypeKey(ResourceId id) => $"{Or(id.Group, "~G")}_{Or(id.Version, "~V")}_{Or(id.Kind, "~K")}";

    private static string ObjectKey(ResourceId id) => $"{Or(id.Namespace, "~X")}|{Or(id.Name, "~N")}";

    private static string Or(string value, string empty) => value.Length == 0 ? empty : value;
}
