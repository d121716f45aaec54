using System.Collections.Concurrent;
using System.Collections.Immutable;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Schemas;

namespace FluxLint.Fleet;

/// <summary>
/// The schemas that objects are held against: of the definitions that a cluster renders; else, for the kinds of Flux and of Kubernetes,
/// those that ship with this library, by the release that the cluster has; else of the configured directories.
/// </summary>
public sealed class SchemaCatalog
{
    private readonly ImmutableArray<SchemaDirectory> directories;
    private readonly Version? kubernetes;
    private readonly ConcurrentDictionary<StoredVersion, KindSchema?> ofAnyRelease = new(ReferenceEqualityComparer.Instance);

    /// <param name="directories">The configured directories; the first that knows a kind counts.</param>
    /// <param name="kubernetes">The version of Kubernetes on the clusters; null when it is not configured.</param>
    internal SchemaCatalog(ImmutableArray<SchemaDirectory> directories, Version? kubernetes)
    {
        this.directories = directories;
        this.kubernetes = kubernetes;
    }

    /// <summary>What a cluster holds a resource against; null when it is not known, and when the resource goes to another cluster.</summary>
    public KindSchema? Find(Cluster cluster, Resource resource)
    {
        var id = resource.Id;
        if (!cluster.Keeps(resource))
            return null;
        if (cluster.Definitions.Knows(id.Group, id.Kind))
            return cluster.Definitions.Find(id.Group, id.Kind)?.Find(id.Version) is { IsServed: true, Schema: { } schema } ? new(schema) : null;
        if (FluxGroups.Contains(id.Group))
            return FindFlux(cluster, id) ?? FindConfigured(id);
        return (KubernetesGroups.Contains(id.Group) ? FindStored(SchemaStores.Kubernetes, kubernetes, id) : null) ?? FindConfigured(id);
    }

    private KindSchema? FindFlux(Cluster cluster, ResourceId id)
    {
        // Which release of the operator a cluster has, nothing tells.
        if (id.Group == FluxGroups.Operator)
            return Newest(SchemaStores.FluxOperator, id);
        var found = FindStored(SchemaStores.Flux, cluster.Release?.Version, id);
        return found is not null && id.Group == FluxGroups.Notification && cluster.Instances.Any() ? found with { Added = FluxInstance.NotifyingKinds } : found;
    }

    private KindSchema? FindStored(SchemaStore store, Version? release, ResourceId id)
    {
        if (release is not null && release > store.Releases[^1] && store.Find(release) is null)
            return Newest(store, id);
        if (store.Find(id.Group, id.Kind)?.Find(id.Version) is not { } version)
            return null;
        if (release is not null && store.Find(release) is { } known)
            return version.At(known) is { IsServed: true, Schema.Value: { } schema } ? new(schema) : null;
        return ofAnyRelease.GetOrAdd(version, static version => version.Schemas is [var newest, .. var older] ? new(newest, older) : null);
    }

    private static KindSchema? Newest(SchemaStore store, ResourceId id) =>
        store.Find(id.Group, id.Kind)?.Find(id.Version)?.At(store.Releases.Length - 1) is { IsServed: true, Schema.Value: { } schema } ? new(schema) { IsOpen = true } : null;

    private KindSchema? FindConfigured(ResourceId id)
    {
        foreach (var directory in directories)
        {
            if (directory.Find(id.Group, id.Version, id.Kind) is { } schema)
                return new(schema);
        }
        return null;
    }
}
