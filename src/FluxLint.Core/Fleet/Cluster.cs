using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>An entry point of the repository and everything that it brings to a cluster.</summary>
public sealed class Cluster
{
    private readonly ImmutableArray<FluxOutput> outputs;
    private readonly Lazy<ImmutableArray<Resource>> resources;
    private readonly Lazy<ClusterDefinitions> definitions;
    private readonly Dictionary<ObjectKey, string> roots;
    private readonly Lazy<FluxRelease?> release;
    private readonly Lazy<ControllerArguments> arguments;
    private readonly bool handsOn;
    private readonly ImmutableArray<ClusterGap> gaps;
    private HashSet<string>? directories;
    private FluxObjects? fluxObjects;
    private ChartList? charts;
    private Dictionary<ObjectKey, MovedObject>? moved;

    internal Cluster(EntryPoint entry, Closure closure, FleetDeclaration declaration, bool isUnknown, ClusterParts parts, FileReads reads, ImmutableArray<Rendering> considered)
    {
        Reads = reads;
        Considered = considered;
        Entry = entry;
        var inventories = closure.Inventories.ToImmutableArray();
        Directory = entry.Directory;
        Class = entry.Class;
        Home = entry.Home;
        Inventories = inventories;
        outputs = [.. inventories.Where(inventory => !inventory.IsRemote).Select(inventory => inventory.Output).OfType<FluxOutput>().Distinct()];
        Renderings = [.. inventories.Select(inventory => inventory.Output?.Rendering).OfType<Rendering>().Distinct()];
        gaps = ClusterGap.Of(inventories, isUnknown);
        Provided = declaration.Provides;
        release = new(() => declaration.Flux ?? FluxRelease.Of(this));
        arguments = new(() => parts.Arguments(this));
        resources = new(() => [.. Outputs.SelectMany(output => output.Resources)]);
        definitions = new(() => parts.Definitions(this));
        roots = closure.SourceRoots();
        handsOn = inventories.Any(inventory => inventory.IsRemote);
    }

    /// <summary>The directory without a leading <c>clusters/</c>; <c>.</c> for the root.</summary>
    public string Name => NameOf(Directory);

    /// <summary>The directory that the cluster starts from.</summary>
    public string Directory { get; }

    /// <summary>The root of the repository that the directory is in: empty, unless several repositories lie in directories of the one at hand.</summary>
    public string Home { get; }

    /// <summary>The class that configuration gives it; null when none claims it.</summary>
    public ClusterClass? Class { get; }

    /// <summary>What each Flux object of the cluster applies: the entry point first, then the others in the order they were found.</summary>
    public ImmutableArray<Inventory> Inventories { get; }

    /// <summary>The builds that reach the cluster: its directory first, then those of its Flux Kustomizations in the order they were found.</summary>
    public ImmutableArray<Rendering> Renderings { get; }

    /// <summary>Whether something that reaches the cluster is unknown, so that the absence of a resource proves nothing.</summary>
    public bool HasGaps => !gaps.IsEmpty;

    /// <summary>Whether something that is unknown may refer to what the cluster has: more than definitions and data.</summary>
    public bool MayHaveMoreUsers => gaps.Any(gap => gap.Kinds.HasFlag(GapKinds.Others));

    /// <summary>Whether it is only a guess that a cluster starts here: nothing in the repository applies the directory.</summary>
    public bool IsGuessed => Entry.Evidence.IsGuess;

    /// <summary>The path of a bootstrap manifest in the directory that was copied from another cluster and still leads there; null when there is none.</summary>
    public YamlScalar? CopiedSyncPath => Entry.CopiedManifest is null ? null : Entry.Evidence.Sync;

    /// <summary>Whether something else is unknown than what artifacts hold that no generator makes.</summary>
    public bool HasGapsBesideArtifacts => gaps.Any(gap => !gap.IsOfArtifact);

    /// <summary>Whether something that is unknown may bring an object, so that its absence proves nothing.</summary>
    public bool MayBring(ObjectKey key) => gaps.Any(gap => gap.MayBring(key));

    /// <summary>Whether something that is unknown may bring definitions of a group.</summary>
    internal bool MayDefine(string group) => gaps.Any(gap => gap.MayDefine(group));

    /// <summary>Every resource that reaches the cluster, and those that it hands on to other clusters.</summary>
    public ImmutableArray<Resource> Resources => resources.Value;

    /// <summary>The distinct objects that are applied to this very cluster, whoever applies them; those that charts hold are not known.</summary>
    internal int CountObjects() => outputs.SelectMany(output => output.Resources).Select(resource => resource.Key).Distinct().Count();

    /// <summary>The custom resource definitions that reach this very cluster.</summary>
    internal ClusterDefinitions Definitions => definitions.Value;

    /// <summary>Whether a resource stays in this very cluster, rather than go to one that it hands on to.</summary>
    public bool Keeps(Resource resource) => !handsOn || ReferenceEquals(Find(resource.Key)?.Root, resource.Root);

    /// <summary>What configuration says that the cluster has without the repository's doing.</summary>
    internal ProvidedNames Provided { get; }

    /// <summary>The release of Flux that it runs; null when nothing tells of it.</summary>
    public FluxRelease? Release => release.Value;

    /// <summary>What the controllers of Flux are started with.</summary>
    internal ControllerArguments Arguments => arguments.Value;

    /// <summary>The FluxInstances that the cluster has, those that charts make among them.</summary>
    internal IEnumerable<FluxInstance> Instances => Inventories.Select(inventory => inventory.Instance).OfType<FluxInstance>();

    /// <summary>The Flux objects of the cluster, for those that refer to them.</summary>
    public FluxObjects FluxObjects => fluxObjects ?? LazyInitializer.EnsureInitialized(ref fluxObjects, () => new(this));

    /// <summary>Every resource that this very cluster keeps.</summary>
    public IEnumerable<Resource> OwnResources => outputs.SelectMany(output => output.Resources);

    /// <summary>The Flux objects among them.</summary>
    public IEnumerable<FluxObject> OwnObjects => outputs.SelectMany(output => output.Objects);

    /// <summary>The charts of all its Helm releases, and of those that it hands on to other clusters.</summary>
    public ImmutableArray<ReleasedChart> Charts => (charts ?? LazyInitializer.EnsureInitialized(ref charts, () => new([.. ReleasedChart.Find(this)]))).All;

    /// <summary>The charts of the Helm releases that it keeps.</summary>
    public IEnumerable<ReleasedChart> OwnCharts => handsOn ? Charts.Where(chart => Keeps(chart.Release.Resource)) : Charts;

    /// <summary>Where it starts.</summary>
    internal EntryPoint Entry { get; }

    /// <summary>What tools other than Flux may set up on it before Flux does.</summary>
    internal EarlySetup Early => Entry.Early;

    /// <summary>What was asked of the repository to find out what it consists of.</summary>
    internal FileReads Reads { get; }

    /// <summary>Every build that was looked at to find out what it consists of.</summary>
    internal ImmutableArray<Rendering> Considered { get; }

    /// <summary>What each Flux object applies, those that hand it on to other clusters among them, each once.</summary>
    internal IEnumerable<FluxOutput> Outputs => Inventories.Select(inventory => inventory.Output).OfType<FluxOutput>().Distinct();

    /// <summary>The object of a name in this very cluster; null when nothing applies it here.</summary>
    public Resource? Find(ObjectKey key)
    {
        foreach (var output in outputs)
        {
            if (output.Find(key) is { } found)
                return found;
        }
        return null;
    }

    /// <summary>The object of a name in this very cluster, or among those that it hands on; null when it applies none.</summary>
    internal Resource? FindApplied(ObjectKey key) => handsOn ? Outputs.Select(output => output.Find(key)).FirstOrDefault(found => found is not null) : Find(key);

    /// <summary>The directory at hand that a source is the repository of; null when it is another repository, or that is not known.</summary>
    public string? RootOf(ObjectKey source) => roots.GetValueOrDefault(source);

    /// <summary>The object that a reference means which goes by the manifest, when it has been moved to another namespace; null when the reference is right, or means nothing of the kind.</summary>
    public MovedObject? FindMoved(ObjectKey written) => Find(written) is null ? (moved ?? LazyInitializer.EnsureInitialized(ref moved, FindMoves)).GetValueOrDefault(written) : null;

    /// <summary>The directory that the chart of a release is in, when it is in the repository at the revision at hand; null when it is not, or that is not known.</summary>
    internal string? LocalChartDirectory(HelmRelease release)
    {
        var (name, source) = release.ChartReference is { } reference
            ? Find(reference.Key) is { } found && FluxObject.Of(found) is HelmChart chart ? (chart.ChartName, chart.Origin) : (null, null)
            : (release.ChartName, release.ChartSource);
        if (name is null || source is not { Kind: "GitRepository" or "Bucket" } || RootOf(source.Key) is not { } root)
            return null;
        var isElsewhere = Find(source.Key) is { } declared && FluxObject.Of(declared) is GitRepository { IsPinned: true };
        return isElsewhere ? null : SourceMap.Combine(root, name.Value);
    }

    /// <summary>What the class requires and the cluster does not include.</summary>
    public IEnumerable<YamlScalar> MissingRequirements => Class is null ? [] : Class.Requires.Where(required => !Includes(required.Value));

    /// <summary>Whether a directory is built for the cluster, directly or through another.</summary>
    public bool Includes(string directory) => (directories ?? LazyInitializer.EnsureInitialized(ref directories, FindDirectories)).Contains(directory);

    /// <summary>Whether a feature gate of a controller is switched on or off, in its rendered Deployment or in a patch of a FluxInstance; null when neither is written.</summary>
    /// <param name="controller">The name of the controller, such as <c>helm-controller</c>.</param>
    /// <param name="gate">The name of the gate.</param>
    public bool? FeatureGate(string controller, string gate) => Arguments.FeatureGate(controller, gate);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The name of the cluster that a directory is.</summary>
    internal static string NameOf(string directory) =>
        directory.Length == 0 ? "." : directory.StartsWith("clusters/", StringComparison.Ordinal) ? directory["clusters/".Length..] : directory;

    private HashSet<string> FindDirectories() => Rendering.WithInputs(Renderings).Select(rendering => rendering.Directory).ToHashSet(StringComparer.Ordinal);

    private Dictionary<ObjectKey, MovedObject> FindMoves()
    {
        var found = new Dictionary<ObjectKey, MovedObject>();
        foreach (var move in outputs.SelectMany(output => output.Resources).SelectMany(MovedObject.Of))
            found.TryAdd(move.WrittenKey, move);
        return found;
    }

    /// <summary>An array that is made when it is first asked for.</summary>
    private sealed record ChartList(ImmutableArray<ReleasedChart> All);
}
