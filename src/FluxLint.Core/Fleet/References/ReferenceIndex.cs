using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>An index of which objects hold a name anywhere but in their metadata: any field of any kind may be a reference.</summary>
internal sealed class ReferenceIndex
{
    private readonly Dictionary<string, List<SharedResource>> holders = new(StringComparer.Ordinal);

    private ReferenceIndex(ClusterSet fleet)
    {
        foreach (var shared in fleet.Resources)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var entry in shared.Resource.Root.Entries.Where(entry => entry.Name is not ("metadata" or "status")))
                Collect(entry.Value, names);
            foreach (var name in names)
            {
                if (!holders.TryGetValue(name, out var list))
                    holders[name] = list = [];
                list.Add(shared);
            }
        }
    }

    /// <summary>Reads all references of a fleet: mappings with a <c>name</c>.</summary>
    public static ReferenceIndex Of(ClusterSet fleet) => new(fleet);

    /// <summary>Whether an object of one of the clusters refers to something of a name.</summary>
    public bool Has(string name, IReadOnlyCollection<Cluster> clusters) =>
        holders.TryGetValue(name, out var found) && found.Exists(holder => holder.Clusters.Any(clusters.Contains));

    private static void Collect(YamlNode node, HashSet<string> names)
    {
        if (node is YamlMapping mapping)
        {
            if (mapping.Text("name") is { } name)
                names.Add(name);
            foreach (var entry in mapping.Entries)
                Collect(entry.Value, names);
        }
        foreach (var item in (node as YamlSequence)?.Items ?? [])
            Collect(item, names);
    }
}
