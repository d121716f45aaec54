using System.Collections.Immutable;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A Flux <c>HelmRelease</c> (helm.toolkit.fluxcd.io, v2beta1 to v2): a chart with values that is kept installed.</summary>
/// <remarks>Defaults as in helm-controller, api/v2/helmrelease_types.go.</remarks>
public sealed class HelmRelease : FluxObject
{
    /// <summary>The API group of the kind.</summary>
    public const string Group = FluxGroups.Helm;

    /// <summary>The kind.</summary>
    public const string Kind = "HelmRelease";

    internal HelmRelease(Resource resource, YamlMapping spec)
        : base(resource, spec)
    {
    }

    /// <summary>The chart template, <c>spec.chart.spec</c>; null when the release refers to its chart by <see cref="ChartReference"/>.</summary>
    public YamlMapping? Chart => Spec.Mapping("chart")?.Mapping("spec");

    /// <summary>Name of the chart, or its path where it comes from a Git repository or bucket.</summary>
    public YamlScalar? ChartName => Chart?.Scalar("chart");

    /// <summary>The version or range of versions asked for.</summary>
    public YamlScalar? ChartVersion => Chart?.Scalar("version");

    /// <summary>Where the chart of the template comes from.</summary>
    public SourceReference? ChartSource => SourceReference.Of(Chart?.Mapping("sourceRef"), Resource.Id.Namespace);

    /// <summary>The <c>OCIRepository</c>, <c>HelmChart</c> or <c>ExternalArtifact</c> that the release takes its chart from; null when it has a template.</summary>
    public SourceReference? ChartReference => SourceReference.Of(Spec.Mapping("chartRef"), Resource.Id.Namespace);

    /// <summary>The name that the release is given in the object; null when it is made from others.</summary>
    public YamlScalar? WrittenReleaseName => Spec.Scalar("releaseName");

    /// <summary>The name that Helm knows the release by.</summary>
    public string ReleaseName => HelmReleaseName.Of(WrittenReleaseName?.Value, TargetNamespace?.Value, Resource.Id.Name);

    /// <summary>The namespace that the chart is installed into, when it is not the object's own.</summary>
    public YamlScalar? TargetNamespace => Spec.Scalar("targetNamespace");

    /// <summary>The namespace that Helm keeps its record in, when it is not the object's own.</summary>
    public YamlScalar? StorageNamespace => Spec.Scalar("storageNamespace");

    /// <summary>Whether values may be at odds with the schema of the chart.</summary>
    public bool SkipsValuesSchema => Install?.IsTrue("disableSchemaValidation") == true || Upgrade?.IsTrue("disableSchemaValidation") == true;

    /// <summary>Where Helm keeps its record; empty when no namespace is set.</summary>
    public string RecordNamespace => StorageNamespace is { Value.Length: > 0 } written ? written.Value : Resource.Id.Namespace;

    /// <summary>Where the workload of the chart lands; empty when no namespace is set.</summary>
    public string WorkloadNamespace => TargetNamespace?.Value ?? Resource.Id.Namespace;

    /// <summary>What sets <see cref="WorkloadNamespace"/>; null when no namespace is set.</summary>
    public YamlScalar? WorkloadNamespaceNode => TargetNamespace ?? Resource.Root.Mapping("metadata")?.Scalar("namespace");

    /// <summary>The inline values.</summary>
    public YamlMapping? Values => Spec.Mapping("values");

    /// <summary>
    /// The ConfigMaps and Secrets that more values come from, later ones over earlier ones. Inline values win over those
    /// that are merged as a whole; one with a <see cref="ValuesReference.TargetPath"/> wins over everything.
    /// </summary>
    public ImmutableArray<ValuesReference> ValuesFrom => [.. Items("valuesFrom").Select(item => new ValuesReference(item))];

    /// <summary>What is done with the manifests of the chart before they are applied.</summary>
    public YamlSequence? PostRenderers => Spec.Sequence("postRenderers");

    /// <summary>How long one operation of Helm may take; 5 minutes when it is absent.</summary>
    public YamlScalar? Timeout => Spec.Scalar("timeout");

    /// <summary>What is said of installations.</summary>
    public YamlMapping? Install => Spec.Mapping("install");

    /// <summary>What is said of upgrades.</summary>
    public YamlMapping? Upgrade => Spec.Mapping("upgrade");

    /// <summary>What is compared between the release and the cluster; nothing is when it is absent.</summary>
    public YamlMapping? DriftDetection => Spec.Mapping("driftDetection");

    /// <summary>Whether something is said of what follows a failed installation. Without that it is not tried again until the release changes.</summary>
    public bool RemediatesInstall => Remediates(Install);

    /// <summary>Whether something is said of what follows a failed upgrade. Without that it is neither tried again nor rolled back until the release changes.</summary>
    public bool RemediatesUpgrade => Remediates(Upgrade);

    /// <summary>Whether Helm makes the namespace that it installs into; false unless it is said.</summary>
    public bool CreatesNamespace => Install?.IsTrue("createNamespace") == true;

    /// <summary>The policy for the <c>crds</c> folder of the chart at installation; <c>Create</c> when it is absent.</summary>
    public YamlScalar? InstallCrds => Install?.Scalar("crds");

    /// <summary>The policy for the <c>crds</c> folder of the chart at upgrades; <c>Create</c> when it is absent (internal/action/crds.go, against what the CRD says).</summary>
    public YamlScalar? UpgradeCrds => Upgrade?.Scalar("crds");

    /// <summary>The older switch for the <c>crds</c> folder at installation.</summary>
    public YamlScalar? SkipCrds => Install?.Scalar("skipCRDs");

    /// <summary>Whether the chart is installed on a cluster other than the one that keeps the object.</summary>
    public bool IsRemote => Spec["kubeConfig"] is YamlMapping;

    private protected override IEnumerable<SourceReference> ReadSources() => new[] { ChartSource, ChartReference }.OfType<SourceReference>();

    private protected override IEnumerable<DependencyReference> ReadDependencies() => Items("dependsOn").Select(item => DependencyReference.OfRelease(item, Resource.Id));

    /// <summary>The inline value at a path of keys with dots between them, such as <c>crds.enabled</c>; null when it is not there.</summary>
    public YamlNode? Value(string path) => Values?.At(path.Split('.'));

    /// <summary>Views a resource; null when it is not a HelmRelease.</summary>
    public static new HelmRelease? Of(Resource resource) => FluxObject.Of(resource) as HelmRelease;

    private static bool Remediates(YamlMapping? action) => action?["remediation"] is YamlMapping || action?["strategy"] is YamlMapping;
}
