using System.Collections.Frozen;
using System.Collections.Immutable;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>An entry point of the repository and everything that it brings to a cluster.</summary>
public sealed class Cluster
{
    private readonly ImmutableArray<FluxOutput> outputs;
    private readonly Lazy<ImmutableArray<Resource>> resources;
    private readonly Lazy<FrozenSet<string>> directories;
    private readonly Lazy<Provisions> provisions;
    private readonly Lazy<FluxObjects> fluxObjects;
    private readonly Lazy<ImmutableArray<Contest>> contests;

    internal Cluster(string directory, ClusterClass? @class, ImmutableArray<Inventory> inventories, ProvidedNames provides, bool isUnknown)
    {
        Directory = directory;
        Class = @class;
        Inventories = inventories;
        outputs = [.. inventories.Where(inventory => !inventory.IsRemote).Select(inventory => inventory.Output).OfType<FluxOutput>().Distinct()];
        Renderings = [.. inventories.Select(inventory => inventory.Output?.Rendering).OfType<Rendering>().Distinct()];
        HasGapsBesideArtifacts = isUnknown || Renderings.Any(rendering => rendering.HasGaps);
        HasGaps = HasGapsBesideArtifacts || inventories.Any(inventory => inventory.State == InventoryState.MissingArtifact);
        provisions = new(() => new(this, provides));
        fluxObjects = new(() => new(this));
        contests = new(() => Contest.Among(inventories));
        directories = new(() => Rendering.WithInputs(Renderings).Select(rendering => rendering.Directory).ToFrozenSet(StringComparer.Ordinal));
        resources = new(() => [.. inventories.Select(inventory => inventory.Output).OfType<FluxOutput>().Distinct().SelectMany(output => output.Resources)]);
    }

    /// <summary>The directory without a leading <c>clusters/</c>; <c>.</c> for the root.</summary>
    public string Name => Directory.Length == 0 ? "." : Directory.StartsWith("clusters/", StringComparison.Ordinal) ? Directory["clusters/".Length..] : Directory;

    /// <summary>The directory that the cluster starts from.</summary>
    public string Directory { get; }

    /// <summary>The class that configuration gives it; null when none claims it.</summary>
    public ClusterClass? Class { get; }

    /// <summary>What each Flux object of the cluster applies: the entry point first, then the others in the order they were found.</summary>
    public ImmutableArray<Inventory> Inventories { get; }

    /// <summary>The builds that reach the cluster: its directory first, then those of its Flux Kustomizations in the order they were found.</summary>
    public ImmutableArray<Rendering> Renderings { get; }

    /// <summary>Whether something that reaches the cluster is unknown, so that the absence of a resource proves nothing.</summary>
    public bool HasGaps { get; }

    /// <summary>Whether something else is unknown than what artifacts hold that no generator makes.</summary>
    public bool HasGapsBesideArtifacts { get; }

    /// <summary>Every resource that reaches the cluster, and those that it hands on to other clusters.</summary>
    public ImmutableArray<Resource> Resources => resources.Value;

    /// <summary>The namespaces, ConfigMaps, Secrets and service accounts of the cluster.</summary>
    public Provisions Provisions => provisions.Value;

    /// <summary>The Flux objects of the cluster, for those that refer to them.</summary>
    public FluxObjects FluxObjects => fluxObjects.Value;

    /// <summary>The objects that more than one Kustomization of the cluster applies.</summary>
    public ImmutableArray<Contest> Contests => contests.Value;

    /// <summary>Every resource that this very cluster keeps.</summary>
    public IEnumerable<Resource> OwnResources => outputs.SelectMany(output => output.Resources);

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

    /// <summary>What the class requires and the cluster does not include.</summary>
    public IEnumerable<YamlScalar> MissingRequirements => Class is null ? [] : Class.Requires.Where(required => !Includes(required.Value));

    /// <summary>Whether a directory is built for the cluster, directly or through another.</summary>
    public bool Includes(string directory) => directories.Value.Contains(directory);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
