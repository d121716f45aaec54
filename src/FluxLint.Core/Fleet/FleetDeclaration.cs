using System.Collections.Immutable;

namespace FluxLint.Fleet;

/// <summary>What configuration says of a fleet.</summary>
internal sealed record FleetDeclaration
{
    /// <summary>Nothing is said, so that the repository itself has to tell.</summary>
    public static FleetDeclaration Unsaid { get; } = new();

    /// <summary>The classes of clusters, each name once. They say what a cluster is, and add to those that are found.</summary>
    public ImmutableArray<ClusterClass> Classes { get; init; } = [];

    /// <summary>The repositories that lie in directories of the one at hand.</summary>
    public ImmutableArray<SourceMapping> Sources { get; init; } = [];

    /// <summary>What clusters have without the repository's doing.</summary>
    public ProvidedNames Provides { get; init; } = ProvidedNames.Unsaid;
}
