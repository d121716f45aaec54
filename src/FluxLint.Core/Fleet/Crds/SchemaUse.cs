using FluxLint.Schemas;

namespace FluxLint.Fleet;

/// <summary>How many resources are held against schemas, and where these are from. One that clusters hold against different schemas counts for each place.</summary>
/// <param name="Checked">The resources that are held against one.</param>
/// <param name="ByOrigin">How many there are for each place.</param>
internal sealed record SchemaUse(int Checked, IReadOnlyDictionary<SchemaOrigin, int> ByOrigin)
{
    /// <summary>None are.</summary>
    public static SchemaUse None { get; } = new(0, new Dictionary<SchemaOrigin, int>());

    /// <summary>Counts the resources of a fleet.</summary>
    public static SchemaUse Of(ClusterSet fleet, SchemaCatalog schemas)
    {
        var count = 0;
        var byOrigin = new SortedDictionary<SchemaOrigin, int>();
        foreach (var (resource, clusters) in fleet.Resources.Where(shared => !shared.Resource.HasUnknownValues && !shared.Resource.Root.Contains("sops")).Select(shared => (shared.Resource, shared.Clusters)))
        {
            var origins = clusters.Select(cluster => schemas.Find(cluster, resource)?.Origin).Distinct().OfType<SchemaOrigin>().ToList();
            count += origins.Count > 0 ? 1 : 0;
            foreach (var origin in origins)
                byOrigin[origin] = byOrigin.GetValueOrDefault(origin) + 1;
        }
        return new(count, byOrigin);
    }
}
