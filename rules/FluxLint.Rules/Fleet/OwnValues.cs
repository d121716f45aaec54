using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Rules.Fleet;

/// <summary>The values that the clusters of a fleet set themselves. What clusters share is looked at once.</summary>
internal sealed class OwnValues
{
    private static readonly ConditionalWeakTable<ClusterSet, OwnValues> Known = [];
    private static readonly Comparer<Cluster> ByDirectory = Comparer<Cluster>.Create((first, second) => string.CompareOrdinal(first.Directory, second.Directory));

    private readonly Dictionary<string, Cluster> clusters;
    private readonly Dictionary<Cluster, List<OwnValue>> values = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SourceText, ImmutableArray<Cluster>> owners = new(ReferenceEqualityComparer.Instance);

    private OwnValues(ClusterSet fleet)
    {
        clusters = fleet.Clusters.ToDictionary(cluster => cluster.Directory, StringComparer.Ordinal);
        var root = new ValuePath();
        foreach (var shared in fleet.Resources)
        {
            if (OwnValue.ValuesOf(shared.Resource) is { } found)
                Add(shared, found, root);
        }
    }

    /// <summary>The values of a fleet, found once for all who ask.</summary>
    public static OwnValues Of(ClusterSet fleet) => Known.GetValue(fleet, static made => new(made));

    /// <summary>The values that a cluster sets itself.</summary>
    public IReadOnlyList<OwnValue> this[Cluster cluster] => values.GetValueOrDefault(cluster) ?? [];

    private void Add(SharedResource shared, YamlNode node, ValuePath path)
    {
        if (node is YamlMapping mapping)
        {
            foreach (var entry in mapping.Entries)
            {
                if (entry.Name is { } name)
                    Add(shared, entry.Value, path[name]);
            }
        }
        else
        {
            foreach (var cluster in OwnersOf(node.Source))
            {
                if (shared.Clusters.BinarySearch(cluster, ByDirectory) >= 0 && cluster.Keeps(shared.Resource))
                    (CollectionsMarshal.GetValueRefOrAddDefault(values, cluster, out _) ??= []).Add(new(shared.Resource, path, node));
            }
        }
    }

    /// <summary>The clusters whose directories a file is in: more than one where they lie in each other.</summary>
    private ImmutableArray<Cluster> OwnersOf(SourceText source)
    {
        if (!owners.TryGetValue(source, out var found))
            owners[source] = found = [.. Above(source.Path).Select(clusters.GetValueOrDefault).OfType<Cluster>()];
        return found;
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var directory = RepositoryPath.Parent(path); ; directory = RepositoryPath.Parent(directory))
        {
            yield return directory;
            if (directory.Length == 0)
                yield break;
        }
    }
}
