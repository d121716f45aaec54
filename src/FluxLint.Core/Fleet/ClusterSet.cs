using System.Collections.Frozen;
using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Schemas;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Fleet;

/// <summary>The clusters of a repository, and what reaches which.</summary>
public sealed class ClusterSet
{
    private readonly Lazy<FrozenDictionary<string, ImmutableArray<Cluster>>> readers;
    private readonly Lazy<ImmutableArray<SharedResource>> resources;
    private readonly Lazy<ReferenceIndex> references;
    private readonly Lazy<FrozenSet<Location>> filled;

    private ClusterSet(ImmutableArray<Cluster> clusters, Discovery discovery, RunBudget budget)
    {
        Budget = budget;
        Clusters = clusters;
        LikelyStarts = discovery.Likely;
        readers = new(() => FindReaders(clusters));
        resources = new(() => FindResources(clusters));
        references = new(() => ReferenceIndex.Of(this));
        filled = new(() => FindFilled(clusters));
    }

    /// <summary>The clusters in ordinal order of their directories.</summary>
    public ImmutableArray<Cluster> Clusters { get; }

    /// <summary>What the builds of the clusters left of what a run may make.</summary>
    internal RunBudget Budget { get; }

    /// <summary>Where there is no cluster, the directories that look most like the start of one.</summary>
    public ImmutableArray<string> LikelyStarts { get; }

    /// <summary>Every distinct rendered resource with the clusters that it reaches, in the order in which it is met.</summary>
    public ImmutableArray<SharedResource> Resources => resources.Value;

    /// <summary>Builds the clusters that the repository tells of, and those that configuration names.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="renderer">What builds its paths.</param>
    /// <param name="declaration">What configuration says of the fleet.</param>
    /// <param name="cancellation">Stops the work between two clusters.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    internal static ClusterSet Load(Repository repository, FluxRenderer renderer, FleetDeclaration declaration, CancellationToken cancellation) =>
        Load(repository, renderer, new(), declaration, [], cancellation);

    /// <summary>Builds the clusters, but those that are known from before and start as they did.</summary>
    internal static ClusterSet Load(
        Repository repository,
        FluxRenderer renderer,
        DefinitionReader definitions,
        FleetDeclaration declaration,
        ImmutableArray<Cluster> known,
        CancellationToken cancellation)
    {
        var set = Load(RunBudget.AtOnce(renderer.Made));
        return renderer.Made.MayBeTooMany ? Load(RunBudget.InOrder(renderer.Made.Most)) : set;

        ClusterSet Load(RunBudget budget)
        {
            var discovery = new EntryPoints(repository, renderer, new(declaration.Sources), budget).Discover(declaration.Classes, cancellation);
            var entries = discovery.Entries;
            var builder = new ClusterBuilder(repository, renderer, definitions, declaration, budget);
            var before = known.ToDictionary(cluster => cluster.Directory, StringComparer.Ordinal);
            var clusters = new Cluster[entries.Length];
            if (!budget.IsInOrder)
                Parallel.For(0, entries.Length, new ParallelOptions { CancellationToken = cancellation }, Build);
            for (var i = 0; i < entries.Length && budget.IsInOrder; i++)
                Build(i);
            return new(ImmutableArray.Create(clusters), discovery, budget);

            void Build(int i) =>
                clusters[i] = !budget.IsInOrder && before.TryGetValue(entries[i].Directory, out var same) && same.Entry.IsSame(entries[i]) ? same : builder.Build(entries[i], cancellation);
        }
    }

    /// <summary>Builds one directory as a cluster that starts from it: the directory itself, then what its Flux Kustomizations bring.</summary>
    internal static Cluster Build(Repository repository, FluxRenderer renderer, DefinitionReader definitions, FleetDeclaration declaration, string directory) =>
        new ClusterBuilder(repository, renderer, definitions, declaration, RunBudget.InOrder()).Build(
            new(directory, new SourceMap(declaration.Sources).HomeOf(directory), new(StartKind.Configured)) { Class = declaration.Classes.FirstOrDefault(candidate => candidate.Claims(directory)) },
            CancellationToken.None);

    /// <summary>A budget that the builds of the clusters were taken from, one after the other.</summary>
    /// <param name="most">The most objects that a run may make.</param>
    internal RunBudget CountInOrder(long most)
    {
        var budget = RunBudget.InOrder(most);
        foreach (var output in Clusters.SelectMany(cluster => cluster.Inventories).Select(inventory => inventory.Output).OfType<FluxOutput>())
            output.CountIn(budget);
        return budget;
    }

    /// <summary>The clusters whose builds read a file, or a kustomization in a directory.</summary>
    public ImmutableArray<Cluster> ReadersOf(string path) => readers.Value.GetValueOrDefault(path, []);

    /// <summary>The clusters that have a build: not those for which another version of kustomize builds the directory differently.</summary>
    internal ImmutableArray<Cluster> ReadersOf(Rendering rendering) => rendering.IsVersioned
        ? ReadersOf(rendering.Directory).RemoveAll(cluster => !Rendering.WithInputs(cluster.Renderings).Contains(rendering))
        : ReadersOf(rendering.Directory);

    /// <summary>Whether an object of one of the clusters may refer to another by its name: any mapping with a <c>name</c> outside of the metadata may.</summary>
    public bool IsReferredTo(string name, IReadOnlyCollection<Cluster> clusters) => references.Value.Has(name, clusters);

    /// <summary>Whether any cluster has a value, or a default, for a reference to a variable.</summary>
    /// <param name="reference">Where the reference was written (<see cref="VariableReference.Location"/>).</param>
    public bool HasValueFor(Location reference) => filled.Value.Contains(reference);

    private static FrozenSet<Location> FindFilled(ImmutableArray<Cluster> clusters) => clusters
        .SelectMany(cluster => cluster.Inventories)
        .Select(inventory => inventory.Output)
        .OfType<FluxOutput>()
        .Distinct()
        .SelectMany(output => output.Substitutions)
        .SelectMany(substitution => substitution.Uses)
        .Where(use => use.Outcome != VariableOutcome.Undefined)
        .Select(use => use.Reference.Location)
        .ToFrozenSet();

    private static FrozenDictionary<string, ImmutableArray<Cluster>> FindReaders(ImmutableArray<Cluster> clusters)
    {
        var found = new Dictionary<string, ImmutableArray<Cluster>.Builder>(StringComparer.Ordinal);
        foreach (var cluster in clusters)
        {
            foreach (var rendering in Rendering.WithInputs(cluster.Renderings))
            {
                Add(rendering.Directory);
                if (rendering.Kustomization is { } kustomization)
                    Add(kustomization.Path);
                foreach (var file in rendering.Files)
                    Add(file);
            }

            void Add(string path)
            {
                if (!found.TryGetValue(path, out var readers))
                    found[path] = readers = ImmutableArray.CreateBuilder<Cluster>();
                if (readers.Count == 0 || !ReferenceEquals(readers[^1], cluster))
                    readers.Add(cluster);
            }
        }
        var lists = new ClusterLists();
        return found.ToFrozenDictionary(pair => pair.Key, pair => lists.Share(pair.Value), StringComparer.Ordinal);
    }

    private static ImmutableArray<SharedResource> FindResources(ImmutableArray<Cluster> clusters)
    {
        var found = new Dictionary<object, (Resource Resource, ImmutableArray<Cluster>.Builder Clusters)>(ReferenceEqualityComparer.Instance);
        var order = new List<object>();
        foreach (var cluster in clusters)
        {
            foreach (var resource in cluster.Resources)
            {
                if (!found.TryGetValue(resource.Root, out var shared))
                {
                    found[resource.Root] = shared = (resource, ImmutableArray.CreateBuilder<Cluster>());
                    order.Add(resource.Root);
                }
                if (shared.Clusters.Count == 0 || !ReferenceEquals(shared.Clusters[^1], cluster))
                    shared.Clusters.Add(cluster);
            }
        }
        var lists = new ClusterLists();
        return [.. order.Select(root => new SharedResource(found[root].Resource, lists.Share(found[root].Clusters)))];
    }
}
