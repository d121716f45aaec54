using System.Collections.Immutable;
using System.Numerics;
using FluxLint.Kubernetes;

namespace FluxLint.Kustomize;

/// <summary>Finds objects by what names them in a cluster. Each cluster has one, so it holds places in the list of objects and nothing else.</summary>
internal sealed class ResourceIndex
{
    private readonly ImmutableArray<Resource> resources;

    // One more than a place in the list, and 0 where nothing is. Half of them are free at least, so that a search comes to an end.
    private readonly int[] places;

    public ResourceIndex(ImmutableArray<Resource> resources)
    {
        this.resources = resources;
        places = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, 2 * resources.Length))];
        for (var i = 0; i < resources.Length; i++)
        {
            ref var place = ref PlaceOf(resources[i].Key);
            if (place == 0)
                place = i + 1;
        }
    }

    /// <summary>The first object of a name; null when there is none.</summary>
    public Resource? Find(ObjectKey key) => PlaceOf(key) is > 0 and var place ? resources[place - 1] : null;

    private ref int PlaceOf(ObjectKey key)
    {
        for (var at = key.GetHashCode() & (places.Length - 1); ; at = (at + 1) & (places.Length - 1))
        {
            if (places[at] == 0 || resources[places[at] - 1].Key == key)
                return ref places[at];
        }
    }
}
