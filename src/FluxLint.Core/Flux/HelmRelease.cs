using System.Collections.Immutable;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A Flux <c>HelmRelease</c> (helm.toolkit.fluxcd.io, v2beta1 to v2): a chart with values that is kept installed.</summary>
public sealed class HelmRelease
{
    /// <summary>The API group of the kind.</summary>
    public const string Group = "helm.toolkit.fluxcd.io";

    /// <summary>The kind.</summary>
    public const string Kind = "HelmRelease";

    private HelmRelease(Resource resource, YamlMapping spec)
    {
        Resource = resource;
        Spec = spec;
    }

    /// <summary>The rendered object.</summary>
    public Resource Resource { get; }

    /// <summary>Its <c>spec</c>.</summary>
    public YamlMapping Spec { get; }

    /// <summary>The chart template, <c>spec.chart.spec</c>; null when the release refers to its chart by <see cref="ChartReference"/>.</summary>
    public YamlMapping? Chart => Spec.Mapping("chart")?.Mapping("spec");

    /// <summary>Name of the chart, or its path where it comes from a Git repository or bucket.</summary>
    public YamlScalar? ChartName => Chart?.Scalar("chart");

    /// <summary>The version or range of versions asked for.</summary>
    public YamlScalar? ChartVersion => Chart?.Scalar("version");

    /// <summary>Where the chart of the template comes from.</summary>
    public SourceReference? ChartSource => SourceReference.Of(Chart?.Mapping("sourceRef"), Resource.Id.Namespace);

    /// <summary>The <c>OCIRepository</c> or <c>HelmChart</c> that the release takes its chart from; null when it has a template.</summary>
    public SourceReference? ChartReference => SourceReference.Of(Spec.Mapping("chartRef"), Resource.Id.Namespace);

    /// <summary>The namespace that the chart is installed into, when it is not the object's own.</summary>
    public YamlScalar? TargetNamespace => Spec.Scalar("targetNamespace");

    /// <summary>Where the workload of the chart lands; empty when no namespace is set.</summary>
    public string WorkloadNamespace => TargetNamespace?.Value ?? Resource.Id.Namespace;

    /// <summary>What sets <see cref="WorkloadNamespace"/>; null when no namespace is set.</summary>
    public YamlScalar? WorkloadNamespaceNode => TargetNamespace ?? Resource.Root.Mapping("metadata")?.Scalar("namespace");

    /// <summary>The inline values.</summary>
    public YamlMapping? Values => Spec.Mapping("values");

    /// <summary>The ConfigMaps and Secrets that more values come from. Inline values win over them.</summary>
    public ImmutableArray<YamlMapping> ValuesFrom => Spec.Sequence("valuesFrom") is { } list ? [.. list.Items.OfType<YamlMapping>()] : [];

    /// <summary>The policy for the <c>crds</c> folder of the chart at installation; <c>Create</c> when it is absent.</summary>
    public YamlScalar? InstallCrds => Spec.Mapping("install")?.Scalar("crds");

    /// <summary>The policy for the <c>crds</c> folder of the chart at upgrades; <c>Skip</c> when it is absent.</summary>
    public YamlScalar? UpgradeCrds => Spec.Mapping("upgrade")?.Scalar("crds");

    /// <summary>The older switch for the <c>crds</c> folder at installation.</summary>
    public YamlScalar? SkipCrds => Spec.Mapping("install")?.Scalar("skipCRDs");

    /// <summary>Whether the chart is installed on a cluster other than the one that keeps the object.</summary>
    public bool IsRemote => Spec["kubeConfig"] is YamlMapping;

    /// <summary>The inline value at a path of keys with dots between them, such as <c>crds.enabled</c>; null when it is not there.</summary>
    public YamlNode? Value(string path) => Values?.At(path.Split('.'));

    /// <summary>Views a resource; null when it is not a HelmRelease.</summary>
    public static HelmRelease? Of(Resource resource) =>
        resource.Id is { Group: Group, Kind: Kind } && resource.Root.Mapping("spec") is { } spec ? new(resource, spec) : null;
}
