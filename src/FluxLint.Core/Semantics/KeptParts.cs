using System.Collections.Immutable;
using FluxLint.Configuration;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Schemas;

namespace FluxLint.Semantics;

/// <summary>What a compilation takes over from the one before an edit.</summary>
/// <param name="Definitions">The custom resource definitions that were read. They depend on nothing but their manifests.</param>
/// <param name="Charts">The charts of the repository.</param>
internal sealed record KeptParts(DefinitionReader Definitions, LocalCharts Charts)
{
    /// <summary>The configuration; null when it has to be read.</summary>
    public ConfigurationResult? Configuration { get; init; }

    /// <summary>What builds directories, with the renderings that hold; null when nothing was built.</summary>
    public Engine? Engine { get; init; }

    /// <summary>The clusters that the edit leaves as they are.</summary>
    public ImmutableArray<Cluster> Clusters { get; init; } = [];

    /// <summary>The configured schemas; null when they may differ.</summary>
    public SchemaCatalog? Schemas { get; init; }

    /// <summary>Nothing, for a repository that is opened.</summary>
    public static KeptParts None(Repository repository) => new(new(), new(repository));
}
