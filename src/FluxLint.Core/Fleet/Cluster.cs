using System.Collections.Frozen;
using System.Collections.Immutable;
using FluxLint.Kustomize;
using FluxLint.Schemas;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>An entry point of the repository and everything that it brings to a cluster.</summary>
public sealed class Cluster
{
    private readonly Lazy<ImmutableArray<Resource>> resources;
    private readonly Lazy<FrozenSet<string>> directories;
    private readonly Lazy<ClusterDefinitions> definitions;

    internal Cluster(string directory, ClusterClass? @class, ImmutableArray<Rendering> renderings, bool hasGaps, DefinitionReader reader)
    {
        Directory = directory;
        Class = @class;
        Renderings = renderings;
        HasGaps = hasGaps || renderings.Any(rendering => rendering.HasGaps);
        directories = new(() => Rendering.WithInputs(renderings).Select(rendering => rendering.Directory).ToFrozenSet(StringComparer.Ordinal));
        resources = new(() => [.. renderings.SelectMany(rendering => rendering.Resources)]);
        definitions = new(() => new(this, reader));
    }

    /// <summary>The directory without a leading <c>clusters/</c>; <c>.</c> for the root.</summary>
    public string Name => Directory.Length == 0 ? "." : Directory.StartsWith("clusters/", StringComparison.Ordinal) ? Directory["clusters/".Length..] : Directory;

    /// <summary>The directory that the cluster starts from.</summary>
    public string Directory { get; }

    /// <summary>The class that configuration gives it; null when none claims it.</summary>
    public ClusterClass? Class { get; }

    /// <summary>The builds that reach the cluster: its directory first, then those of its Flux Kustomizations in the order they were found.</summary>
    public ImmutableArray<Rendering> Renderings { get; }

    /// <summary>Whether something that reaches the cluster is unknown, so that the absence of a resource proves nothing.</summary>
    public bool HasGaps { get; }

    /// <summary>Every resource that reaches the cluster.</summary>
    public ImmutableArray<Resource> Resources => resources.Value;

    /// <summary>The custom resource definitions among them.</summary>
    public ClusterDefinitions Definitions => definitions.Value;

    /// <summary>What the class requires and the cluster does not include.</summary>
    public IEnumerable<YamlScalar> MissingRequirements => Class is null ? [] : Class.Requires.Where(required => !Includes(required.Value));

    /// <summary>Whether a directory is built for the cluster, directly or through another.</summary>
    public bool Includes(string directory) => directories.Value.Contains(directory);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
