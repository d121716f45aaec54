using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Syntax;

namespace FluxLint.Configuration;

/// <summary>A value of Helm releases that each cluster has for itself, such as its DNS zone.</summary>
public sealed record ClusterValue
{
    private readonly LocatedGlob releases;

    internal ClusterValue(LocatedGlob releases, YamlScalar path) => (this.releases, Path) = (releases, path);

    /// <summary>The keys to the value, with dots between them.</summary>
    public YamlScalar Path { get; }

    /// <summary>Whether each cluster that has the release must set it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether no two clusters may have the same.</summary>
    public bool IsUnique { get; init; }

    /// <summary>The value in a release; null when it is none of them, or does not set it.</summary>
    public YamlNode? In(HelmRelease release) => IsOf(release) ? release.Value(Path.Value) : null;

    /// <summary>Whether a release is one of them.</summary>
    public bool IsOf(HelmRelease release) => releases.Glob.Matches(release.Resource.Id.Name);
}
