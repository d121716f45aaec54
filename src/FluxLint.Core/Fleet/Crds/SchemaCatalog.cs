using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FluxLint.Diagnostics;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Schemas;

namespace FluxLint.Fleet;

/// <summary>
/// The schemas that objects are held against: of the definitions that a cluster renders, or that charts at hand bring to it; else, for the kinds
/// of Flux and of Kubernetes, by the release that the cluster has; else of the configured directories; else of a catalogue.
/// </summary>
public sealed class SchemaCatalog
{
    private readonly ImmutableArray<SchemaDirectory> directories;
    private readonly LocalCharts charts;
    private readonly KubernetesRelease? kubernetes;
    private readonly ConditionalWeakTable<Cluster[], Kin[]> kin = [];
    private readonly ConditionalWeakTable<Cluster, SchemaProfile> ofClusters = [];
    private readonly ConcurrentDictionary<SchemaProfile, SchemaProfile> profiles = new();
    private readonly ConcurrentDictionary<StoredVersion, KindSchema?> ofVersions = new(ReferenceEqualityComparer.Instance);

    // One for each schema, so that clusters are told apart by what they hold an object against.
    private readonly ConditionalWeakTable<Schema, KindSchema> certain = [];
    private readonly ConditionalWeakTable<Schema, KindSchema> open = [];
    private readonly ConditionalWeakTable<KindSchema, KindSchema> notifying = [];

    /// <param name="directories">The configured directories; the first that knows a kind counts.</param>
    /// <param name="charts">The charts of the repository.</param>
    /// <param name="kubernetes">The release of Kubernetes on the clusters; null when it is not configured.</param>
    internal SchemaCatalog(ImmutableArray<SchemaDirectory> directories, LocalCharts charts, KubernetesRelease? kubernetes)
    {
        this.directories = directories;
        this.charts = charts;
        this.kubernetes = kubernetes;
    }

    /// <summary>What clusters hold a resource against, and which of them do; without those of which that is not known, or from which the resource goes to another.</summary>
    public IEnumerable<(KindSchema Schema, ImmutableArray<Cluster> Clusters)> Find(ImmutableArray<Cluster> clusters, Resource resource) =>
        Ask(clusters, resource, profile => Schema(profile, resource.Id));

    /// <summary>What clusters serve of the kind of a resource, and which of them do, where that is known and not the version of the resource.</summary>
    public IEnumerable<(ServedKind Served, ImmutableArray<Cluster> Clusters)> FindOther(ImmutableArray<Cluster> clusters, Resource resource) =>
        Ask(clusters, resource, profile => profile.Others.GetOrAdd(SchemaKey.Of(resource.Id), static (_, asked) => asked.Catalog.FindKnownOther(asked.Profile, asked.Id), (Catalog: this, Profile: profile, resource.Id)));

    private KindSchema? Schema(SchemaProfile profile, ResourceId id) =>
        profile.Schemas.GetOrAdd(SchemaKey.Of(id), static (_, asked) => asked.Catalog.Find(asked.Profile, asked.Id), (Catalog: this, Profile: profile, Id: id));

    private IEnumerable<(TAnswer Answer, ImmutableArray<Cluster> Clusters)> Ask<TAnswer>(ImmutableArray<Cluster> clusters, Resource resource, Func<SchemaProfile, TAnswer?> ask)
        where TAnswer : class
    {
        var alike = KinOf(clusters);
        if (alike is [var only])
        {
            if (ask(only.Profile) is { } answer && Keeping(only.Clusters) is { IsEmpty: false } keeping)
                yield return (answer, keeping);
            yield break;
        }
        foreach (var agreeing in alike.GroupBy(kin => ask(kin.Profile), kin => kin.Clusters))
        {
            if (agreeing.Key is { } answer && Keeping([.. agreeing.SelectMany(some => some)]) is { IsEmpty: false } keeping)
                yield return (answer, keeping);
        }

        ImmutableArray<Cluster> Keeping(ImmutableArray<Cluster> all) => all.RemoveAll(cluster => !cluster.Keeps(resource));
    }

    /// <summary>Clusters by their profiles. Most resources of a fleet reach the same clusters, which are told apart once.</summary>
    private Kin[] KinOf(ImmutableArray<Cluster> clusters) => clusters is [var only]
        ? [new(ProfileOf(only), clusters)]
        : kin.GetValue(ImmutableCollectionsMarshal.AsArray(clusters) ?? [], all => [.. all.GroupBy(ProfileOf).Select(alike => new Kin(alike.Key, [.. alike]))]);

    private KindSchema? Find(SchemaProfile profile, ResourceId id)
    {
        if (profile.Definitions.Knows(id.Group, id.Kind))
            return Served(profile.Definitions, id, SchemaOrigin.Cluster);
        if (profile.OfCharts.Knows(id.Group, id.Kind) && !KubernetesGroups.Contains(id.Group) && !FluxGroups.Contains(id.Group))
            return Served(profile.OfCharts, id, SchemaOrigin.Chart);
        if (FluxGroups.Contains(id.Group))
            return FindFlux(profile, id) ?? FindConfigured(id);
        if (KubernetesGroups.Contains(id.Group))
            return FindStored(SchemaStores.Kubernetes, kubernetes?.Version, id, SchemaOrigin.Kubernetes) ?? FindConfigured(id);
        return FindConfigured(id) ?? FindCatalogued(id);
    }

    /// <summary>The one profile of all clusters that are alike.</summary>
    private SchemaProfile ProfileOf(Cluster cluster) => ofClusters.GetValue(cluster, made =>
    {
        var profile = new SchemaProfile(made, DefinitionsOfCharts(made));
        return profiles.GetOrAdd(profile, profile);
    });

    private ServedKind? FindKnownOther(SchemaProfile profile, ResourceId id) =>
        FindOther(profile, id) is { } other && !IsRemoved(profile, id) ? other : null;

    private ServedKind? FindOther(SchemaProfile cluster, ResourceId id)
    {
        // Of two different definitions of a kind it is not known which holds.
        if (cluster.Definitions.Knows(id.Group, id.Kind))
            return cluster.Definitions.Find(id.Group, id.Kind) is { Versions.IsEmpty: false } definition && definition.Find(id.Version) is not { IsServed: true } ? ServedKind.Of(definition) : null;
        if (id.Group != FluxGroups.Operator && FluxGroups.Contains(id.Group))
            return cluster.Release is { } flux ? FindOther(SchemaStores.Flux, "Flux", flux.Version, flux.IsAssumed ? null : flux.Location, "the cluster", id) : null;
        return kubernetes is { } fleet && KubernetesGroups.Contains(id.Group) ? FindOther(SchemaStores.Kubernetes, "Kubernetes", fleet.Version, fleet.Location, "the fleet", id) : null;
    }

    private static ServedKind? FindOther(SchemaStore store, string product, Version release, Location? location, string owner, ResourceId id)
    {
        if (store.Find(release) is not { } number || store.Find(id.Group, id.Kind) is not { } kind || kind.Find(id.Version)?.IsServed(number) == true)
            return null;
        return ServedKind.Of(product, store.Releases, number, kind, id.Version, location, owner);
    }

    /// <summary>Whether it is known which release stopped to serve the version, which says more.</summary>
    private bool IsRemoved(SchemaProfile cluster, ResourceId id) => FluxGroups.Contains(id.Group)
        ? cluster.Release is { } flux && FluxApiVersions.Find(id.ApiVersion, id.Kind) is { RemovedIn: { } removed } && removed <= flux.Version
        : kubernetes is { } fleet && KubernetesApi.FindRemoved(id.ApiVersion, id.Kind, fleet.Version) is not null;

    private KindSchema? Served(ClusterDefinitions definitions, ResourceId id, SchemaOrigin origin) =>
        definitions.Find(id.Group, id.Kind)?.Find(id.Version) is { IsServed: true, Schema: { } schema } ? Certain(schema, origin) : null;

    /// <summary>The definitions of charts at hand.</summary>
    private ClusterDefinitions DefinitionsOfCharts(Cluster cluster) => new(
        from release in cluster.OwnObjects.OfType<HelmRelease>()
        let directory = cluster.LocalChartDirectory(release)
        where directory is not null
        from definition in charts.Find(directory)?.Definitions ?? []
        select definition);

    private KindSchema? FindFlux(SchemaProfile cluster, ResourceId id)
    {
        // Which release of the operator a cluster has, nothing tells.
        if (id.Group == FluxGroups.Operator)
            return Newest(SchemaStores.FluxOperator, id, SchemaOrigin.Flux);
        var found = FindStored(SchemaStores.Flux, cluster.Release?.Version, id, SchemaOrigin.Flux);
        return found is not null && id.Group == FluxGroups.Notification && cluster.HasInstances ? notifying.GetValue(found, static found => new(found.Newest, found.Older) { Origin = SchemaOrigin.Flux, IsOpen = found.IsOpen, Added = FluxInstance.NotifyingKinds }) : found;
    }

    private KindSchema? FindStored(SchemaStore store, Version? release, ResourceId id, SchemaOrigin origin)
    {
        if (release is not null && release > store.Releases[^1] && store.Find(release) is null)
            return Newest(store, id, origin);
        if (store.Find(id.Group, id.Kind)?.Find(id.Version) is not { } version)
            return null;
        if (release is not null && store.Find(release) is { } known)
            return version.At(known) is { IsServed: true, Schema.Value: { } schema } ? Certain(schema, origin) : null;
        return ofVersions.GetOrAdd(version, static (version, origin) => version.Schemas is [var newest, .. var older] ? new(newest, older) { Origin = origin } : null, origin);
    }

    private KindSchema? Newest(SchemaStore store, ResourceId id, SchemaOrigin origin) =>
        store.Find(id.Group, id.Kind)?.Find(id.Version)?.At(store.Releases.Length - 1) is { IsServed: true, Schema.Value: { } schema } ? open.GetValue(schema, schema => new(schema) { Origin = origin, IsOpen = true }) : null;

    private KindSchema Certain(Schema schema, SchemaOrigin origin) => certain.GetValue(schema, schema => new(schema) { Origin = origin });

    private KindSchema? FindConfigured(ResourceId id)
    {
        foreach (var directory in directories)
        {
            if (directory.Find(id.Group, id.Version, id.Kind) is { } schema)
                return Certain(schema, SchemaOrigin.Directory);
        }
        return null;
    }

    private KindSchema? FindCatalogued(ResourceId id)
    {
        var catalogue = SchemaStores.Catalogue;
        if (!catalogue.HasGroup(id.Group) || catalogue.Find(id.Group, id.Kind.ToLowerInvariant())?.Find(id.Version) is not { } version)
            return null;
        return ofVersions.GetOrAdd(version, static (version, collected) => version.Schemas is [var schema, ..] ? new(schema) { Origin = SchemaOrigin.Catalogue, Catalogue = $"the CRDs-catalog of {collected.Major}-{collected.Minor:00}" } : null, catalogue.Releases[^1]);
    }

    /// <summary>Clusters that are alike.</summary>
    private sealed record Kin(SchemaProfile Profile, ImmutableArray<Cluster> Clusters);
}
