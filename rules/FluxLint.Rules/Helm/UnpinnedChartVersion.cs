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
        registry.OnFlux<HelmRelease>(CheckTemplate);
        registry.OnCluster(CheckReferences);
    }

    private static void CheckTemplate(ResourceContext context, HelmRelease release)
    {
        if (release.Chart is not null && HasVersions(release.ChartSource))
            Check(context, context.Clusters, new(release, release, release.ChartName?.Value, release.ChartVersion, release.ChartName, "any version"));
    }

    /// <summary>A chart behind <c>chartRef</c> is pinned by the object that it refers to.</summary>
    private static void CheckReferences(ClusterContext context)
    {
        foreach (var chart in context.Cluster.Charts)
        {
            if (Requested(chart) is { } requested)
                Check(context, [context.Cluster], requested);
        }
    }

    private static RequestedChart? Requested(ReleasedChart chart) => chart.Artifact is null ? null : FluxObject.Of(chart.Artifact) switch
    {
        HelmChart template when HasVersions(template.Origin) =>
            new(chart.Release, template, template.ChartName?.Value, template.Version, template.ChartName, "any version"),
        // Any tag but 'latest' names one version, as far as its publisher keeps to that.
        OciRepository { Digest: null } and not { VersionRange: null, Tag.Value: not "latest" } and var repository =>
            new(chart.Release, repository, chart.Name ?? repository.Url?.Value ?? repository.Resource.Id.Name, repository.VersionRange ?? repository.Tag, repository.Url, "the tag 'latest'"),
        _ => null,
    };

    // A chart from Git or a bucket has the version of its files.
    private static bool HasVersions(SourceReference? source) => source?.Kind is null or "HelmRepository";

    private static void Check(RuleContext context, ImmutableArray<Cluster> clusters, RequestedChart chart)
    {
        // What fills in a variable, or something that is not rendered, may pin it.
        if (chart.Release.Resource.HasUnknownValues || chart.Declaration.Resource.HasUnknownValues || chart.Version?.Value.HasVariable() == true)
            return;
        if (chart.Version is not null && ChartVersion.IsExact(chart.Version.Value))
            return;
        var strict = chart.IsInRange ? clusters.RemoveAll(cluster => cluster.Class is { AllowsChartRanges: true }) : clusters;
        context.Report(Descriptor, chart.Place, chart.Release.Resource.Id.Display, chart.Taken, chart.Name)
            .WithClusters(strict.IsEmpty ? clusters : strict)
            .WithSeverity(strict.IsEmpty ? Severity.Warning : Severity.Error)
            .WithHelp(chart.Version is null ? "add the exact version, such as 'version: 1.2.3'" : "write an exact version, such as '1.2.3'");
    }

    /// <summary>The chart that a release asks for, by itself or through the object that it refers to.</summary>
    private sealed record RequestedChart(HelmRelease Release, FluxObject Declaration, string? Name, YamlScalar? Version, YamlScalar? Subject, string Default)
    {
        public Place Place => (Version ?? Subject ?? Declaration.Resource.Root.KeyOf("spec")) is { } node ? Declaration.PlaceOf(node) : Declaration.Resource.Place;

        public bool IsInRange => Version is { Value: var text } && ChartVersion.IsRange(text) && !ChartVersion.IsAny(text);

        public string Taken => Version switch
        {
            null => Default,
            { Value: var text } when ChartVersion.IsAny(text) => "any version",
            { Value: var text } => IsInRange ? $"the range '{text}'" : $"the version '{text}'",
        };
    }
}
