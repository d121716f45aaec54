using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A <c>HelmChart</c>: a chart of a repository, or of a directory in a source.</summary>
public sealed class HelmChart : Source
{
    internal HelmChart(Resource resource, YamlMapping spec)
        : base(resource, spec)
    {
    }

    /// <summary>Name of the chart in its repository, or its path in the source.</summary>
    public YamlScalar? ChartName => Spec.Scalar("chart");

    /// <summary>The version or range asked for; any when it is absent. Charts from Git or a bucket have the version of their files.</summary>
    public YamlScalar? Version => Spec.Scalar("version");

    /// <summary>Where the chart comes from.</summary>
    public SourceReference? Origin => SourceReference.Of(Spec.Mapping("sourceRef"), Resource.Id.Namespace);

    private protected override IEnumerable<SourceReference> ReadSources() => Origin is { } origin ? [origin] : [];
}
