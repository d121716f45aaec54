using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;
using Semver;

namespace FluxLint.Fleet;

/// <summary>The chart of a Helm release, as far as its cluster tells.</summary>
public sealed class ReleasedChart
{
    private ReleasedChart(HelmRelease release) => Release = release;

    /// <summary>The release.</summary>
    public HelmRelease Release { get; }

    /// <summary>Name of the chart in its repository; null when it is not known, or when the chart comes from files.</summary>
    public string? Name { get; private init; }

    /// <summary>What names the chart in its repository; null when <see cref="Name"/> is not known, or is part of a URL.</summary>
    public YamlScalar? NameNode { get; private init; }

    /// <summary>What is known of a chart that its repository does not have; null when it may have it.</summary>
    public UnservedChart? Unserved => NameNode is null || Release.Resource.HasUnknownValues ? null : KnownCharts.Default.FindUnserved(Origin, NameNode.Value);

    /// <summary>
    /// The other chart of its repository that the release is named after, such as <c>base</c> where <c>istio-base</c> installs <c>istiod</c>; null when
    /// there is none.
    /// </summary>
    public string? NamedAfter =>
        NameNode is not null && KnownCharts.Default.FindNamesake(Origin, Release.Resource.Id.Name) is { } named && named != NameNode.Value ? named : null;

    /// <summary>Whether the namespace that it is installed into can have no other release of the chart. False when that is not known.</summary>
    public bool IsSingle =>
        Name is not null
        && KnownCharts.Default.Find(Name) is { IsSingle: true } known
        && known.IsPublishedBy(Origin)
        && Release is { IsRemote: false, PostRenderers: null, ValuesFrom.IsEmpty: true, WorkloadNamespace: { Length: > 0 } @namespace }
        && !@namespace.HasVariable()
        && !Release.Resource.HasUnknownValues
        && !known.Several.Any(value => Release.Value(value) is not null);

    /// <summary>The version or range asked for; null when none is, or when it is not known.</summary>
    public YamlScalar? Version { get; private init; }

    /// <summary>The version as people may see it: it may have been taken from a Secret.</summary>
    internal string? ShownVersion => SecretContent.Shown(Version, Declaration);

    /// <summary>The name as people may see it, or what the release calls the chart when it is not known.</summary>
    internal string? ShownName => SecretContent.Shown(NameNode, Declaration) ?? (HasSecretName ? SecretContent.Stand : Name) ?? SecretContent.Shown(Release.ChartName, Release.Resource);

    /// <summary>The chart in short, such as <c>istiod@1.29.2</c>: without a version when none is known, and by what it is taken from when its name is not.</summary>
    public string Display
    {
        get
        {
            var name = ShownName ?? (Release.ChartReference is { } reference ? $"{reference.Kind}/{SecretContent.Shown(reference.Name, Release.Resource)}" : "?");
            return ShownVersion is { } version ? $"{name}@{version}" : name;
        }
    }

    /// <summary>The <c>OCIRepository</c> or <c>HelmChart</c> that <c>chartRef</c> leads to; null without <c>chartRef</c>, and when the cluster does not declare it.</summary>
    public Resource? Artifact { get; private init; }

    /// <summary>What says which chart it is: the artifact, or the release itself.</summary>
    public Resource Declaration => Artifact ?? Release.Resource;

    /// <summary>
    /// Whether the chart is known to bring its CRDs in its <c>crds</c> folder only, and the release does have them installed, so that the
    /// release's policies decide what becomes of them. False when that is not known.
    /// </summary>
    public bool BringsCrdsInFolder
    {
        get
        {
            if (Name is null || KnownCharts.Default.Find(Name) is not { Kinds.Count: > 0 } known || !known.IsPublishedBy(Origin))
                return false;
            var ways = known.Installations.Where(way => way.AppliesTo(ExactVersion)).ToList();
            return !known.Unsure.Any(value => Release.Value(value) is not null)
                && ways.Exists(way => way.IsFolder && way.State(Release, ExactVersion).IsOn == true)
                && ways.TrueForAll(way => way.IsFolder || way.State(Release, ExactVersion).IsOn == false);
        }
    }

    /// <summary>Whether the URL that has the name in it was taken from a Secret.</summary>
    private bool HasSecretName { get; init; }

    /// <summary>The URL of the repository; the name of the source where the cluster does not declare it.</summary>
    public string Origin { get; private init; } = "";

    /// <summary>The version when it is an exact one.</summary>
    internal SemVersion? ExactVersion => Version is { } version ? ChartVersion.Exact(version.Value) : null;

    /// <summary>The charts of all Helm releases of a cluster.</summary>
    internal static IEnumerable<ReleasedChart> Find(Cluster cluster)
    {
        return cluster.Outputs.SelectMany(output => output.Objects).OfType<HelmRelease>().Select(release => Of(release, Source));

        Resource? Source(SourceReference reference) => cluster.FindApplied(reference.Key);
    }

    private static ReleasedChart Of(HelmRelease release, Func<SourceReference, Resource?> find)
    {
        if (release.ChartReference is not { } reference)
            return FromTemplate(release, release.ChartName, release.ChartVersion, release.ChartSource, find, artifact: null);
        if (find(reference) is not { } artifact || artifact.Root.Mapping("spec") is not { } spec)
            return new(release);
        if (reference.Kind == "HelmChart")
            return FromTemplate(release, spec.Scalar("chart"), spec.Scalar("version"), SourceReference.Of(artifact), find, artifact);
        var url = spec.Text("url") ?? "";
        return new(release)
        {
            Artifact = artifact,
            Name = reference.Kind == "OCIRepository" && IsStatic(url) ? url[(url.LastIndexOf('/') + 1)..] : null,
            HasSecretName = spec["url"] is { } address && artifact.Taken.Contains(address),
            Version = spec.Mapping("ref") is { } pin ? pin.Scalar("semver") ?? pin.Scalar("tag") : null,
            Origin = url,
        };
    }

    private static ReleasedChart FromTemplate(
        HelmRelease release, YamlScalar? name, YamlScalar? version, SourceReference? source, Func<SourceReference, Resource?> find, Resource? artifact)
    {
        var named = source?.Kind is null or "HelmRepository" && name is not null && IsStatic(name.Value) ? name : null;
        return new(release)
        {
            Artifact = artifact,
            Name = named?.Value,
            NameNode = named,
            Version = version,
            Origin = source is null ? "" : find(source)?.Root.Mapping("spec")?.Text("url") ?? source.Name?.Value ?? "",
        };
    }

    private static bool IsStatic(string text) => text.Length > 0 && !text.HasVariable();
}
