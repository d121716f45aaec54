using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Rules.Helm;

/// <summary>Finds Helm releases whose chart is not kept at one version.</summary>
public sealed class UnpinnedChartVersion : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX3001",
        Title = "The version of a chart is not pinned",
        Message = "{0} takes {1} of chart '{2}'",
        Category = RuleCategory.Helm,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Helm/UnpinnedChartVersion"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
        registry.OnResource(HelmRelease.Group, HelmRelease.Kind, CheckTemplate);
        registry.OnCluster(CheckReferences);
    }

    private static void CheckTemplate(ResourceContext context)
    {
        if (HelmRelease.Of(context.Resource) is { Chart: { } chart } release)
            CheckChart(context, context.Clusters, release, release.Resource, chart, release.ChartSource);
    }

    /// <summary>A chart behind <c>chartRef</c> is pinned by the object that it refers to.</summary>
    private static void CheckReferences(ClusterContext context)
    {
        if (!context.Cluster.Resources.Any(resource => HelmRelease.Of(resource)?.ChartReference is not null))
            return;
        foreach (var chart in context.Model.Charts)
        {
            if (chart.Artifact is not { } artifact || artifact.Root.Mapping("spec") is not { } spec)
                continue;
            if (artifact.Id.Kind == "HelmChart")
                CheckChart(context, [context.Cluster], chart.Release, artifact, spec, SourceReference.Of(artifact));
            else if (artifact.Id.Kind == "OCIRepository")
                CheckRepository(context, chart, artifact, spec);
        }
    }

    private static void CheckChart(RuleContext context, ImmutableArray<Cluster> clusters, HelmRelease release, Resource owner, YamlMapping chart, SourceReference? source)
    {
        // A chart from Git or a bucket has the version of its files.
        if (source?.Kind is not (null or "HelmRepository"))
            return;
        var name = chart.Scalar("chart");
        Report(context, clusters, release, owner, name?.Value ?? "", chart.Scalar("version"), name ?? release.Resource.Root.KeyOf("spec"), "any version");
    }

    private static void CheckRepository(ClusterContext context, ReleasedChart chart, Resource artifact, YamlMapping spec)
    {
        var pin = spec.Mapping("ref");
        if (pin?.Scalar("digest") is not null)
            return;
        var url = spec.Scalar("url");
        var name = chart.Name ?? url?.Value ?? artifact.Id.Name;
        if (pin?.Scalar("semver") is null && pin?.Scalar("tag") is { } tag)
        {
            // Any other tag names one version, as far as its publisher keeps to that.
            if (tag.Value == "latest")
                Report(context, [context.Cluster], chart.Release, artifact, name, tag, tag, "");
            return;
        }
        Report(context, [context.Cluster], chart.Release, artifact, name, pin?.Scalar("semver"), url ?? artifact.Root.KeyOf("spec"), "the tag 'latest'");
    }

    private static void Report(
        RuleContext context, ImmutableArray<Cluster> clusters, HelmRelease release, Resource owner, string chart, YamlScalar? version, YamlNode? subject, string unset)
    {
        // What fills in a variable, or something that is not rendered, may pin it.
        if (release.Resource.HasUnknownValues || owner.HasUnknownValues || version?.Value.HasVariable() == true)
            return;
        if (version is not null && ChartVersion.IsExact(version.Value))
            return;
        if ((version ?? subject) is not { } at)
            return;
        var isRange = version is not null && ChartVersion.IsRange(version.Value) && !ChartVersion.IsAny(version.Value);
        var strict = isRange ? clusters.RemoveAll(cluster => cluster.Class is { AllowsChartRanges: true }) : clusters;
        context.Report(Descriptor, at, release.Resource.Id.Display, Taken(version, unset), chart)
            .WithClusters(strict.IsEmpty ? clusters : strict)
            .WithSeverity(strict.IsEmpty ? Severity.Warning : Severity.Error)
            .WithHelp(version is null ? "add the exact version, such as 'version: 1.2.3'" : "write an exact version, such as '1.2.3'");
    }

    private static string Taken(YamlScalar? version, string unset) => version switch
    {
        null => unset,
        { Value: var text } when ChartVersion.IsAny(text) => "any version",
        { Value: var text } => ChartVersion.IsRange(text) ? $"the range '{text}'" : $"the version '{text}'",
    };
}
