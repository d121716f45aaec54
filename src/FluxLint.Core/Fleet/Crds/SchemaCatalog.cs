using System.Collections.Immutable;
using FluxLint.Kustomize;
using FluxLint.Schemas;

namespace FluxLint.Fleet;

/// <summary>
/// The schemas that objects are held against: of the definitions that a cluster renders, else of the configured
/// directories, else, for Flux's own kinds, those that ship with this library.
/// </summary>
public sealed class SchemaCatalog
{
    private readonly ImmutableArray<SchemaDirectory> directories;
    private readonly Version? fluxVersion;

    /// <param name="directories">The configured directories; the first that knows a kind counts.</param>
    /// <param name="fluxVersion">The version of Flux on the clusters; null when it is not configured.</param>
    internal SchemaCatalog(ImmutableArray<SchemaDirectory> directories, Version? fluxVersion)
    {
        this.directories = directories;
        this.fluxVersion = fluxVersion;
    }

    /// <summary>The schema that a cluster holds a resource against; null when it is not known, and when the resource goes to another cluster.</summary>
    public Schema? Find(Cluster cluster, Resource resource)
    {
        var id = resource.Id;
        if (!cluster.Keeps(resource))
            return null;
        if (cluster.Definitions.Knows(id.Group, id.Kind))
            return cluster.Definitions.Find(id.Group, id.Kind)?.Find(id.Version) is { IsServed: true, Schema: { } schema } ? schema : null;
        foreach (var directory in directories)
        {
            if (directory.Find(id.Group, id.Version, id.Kind) is { } schema)
                return schema;
        }
        return FluxSchemas.IsFlux(id.Group) && !IsNewerFlux ? FluxSchemas.Default.Find(id.Group, id.Version, id.Kind) : null;
    }

    /// <summary>A Flux that is newer than the schemas may have more fields.</summary>
    private bool IsNewerFlux => fluxVersion is not null && fluxVersion >= new Version(FluxSchemas.Default.Release.Major, FluxSchemas.Default.Release.Minor + 1);
}
