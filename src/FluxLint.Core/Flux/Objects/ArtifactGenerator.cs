using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>An <c>ArtifactGenerator</c> (source.extensions.fluxcd.io): makes an <see cref="ExternalArtifact"/> of each of its artifacts, from files of its sources.</summary>
/// <remarks>As in source-watcher, api/v1beta1/artifactgenerator_types.go.</remarks>
public sealed class ArtifactGenerator : FluxObject
{
    internal ArtifactGenerator(Resource resource, YamlMapping spec)
        : base(resource, spec)
    {
    }

    /// <summary>The sources by their names in this object.</summary>
    public IEnumerable<AliasedSource> Sources => Items("sources").Select(item => new AliasedSource(item, Resource.Id.Namespace));

    /// <summary>The artifacts, each an <c>ExternalArtifact</c>.</summary>
    public IEnumerable<GeneratedArtifact> Artifacts => Items("artifacts").Select(item => new GeneratedArtifact(item, Resource.Id.Namespace));

    /// <summary>The directories of a source that <see cref="Artifacts"/> are made for, one by one: names and paths hold what it captures. Null when each is made once.</summary>
    public YamlScalar? PathPattern => Spec.Scalar("pathPattern");

    /// <summary>Whether it makes an artifact of a name for certain.</summary>
    internal bool Makes(string @namespace, string name) =>
        PathPattern is null && Artifacts.Any(artifact => artifact.Name?.Value == name && artifact.Namespace == @namespace);

    /// <summary>Whether it makes artifacts whose names are not known.</summary>
    internal bool HasUnknownNames =>
        PathPattern is not null || Artifacts.Any(artifact => artifact.Name is null || artifact.Name.Value.HasVariable());

    /// <summary>Null: the controller looks at its sources when they change, and every hour.</summary>
    public override YamlScalar? Interval => null;

    /// <inheritdoc/>
    public override YamlScalar? Suspension =>
        Resource.Root.At("metadata", "annotations", "source.extensions.fluxcd.io/reconcile") is YamlScalar reconcile
        && reconcile.Value.Equals("disabled", StringComparison.OrdinalIgnoreCase)
            ? reconcile
            : null;

    private protected override IEnumerable<SourceReference> ReadSources() => Sources.Select(source => source.Reference);
}
