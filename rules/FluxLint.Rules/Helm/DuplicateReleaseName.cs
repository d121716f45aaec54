using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;
using FluxLint.Kustomize;

namespace FluxLint.Rules.Helm;

/// <summary>Finds two HelmReleases of a cluster that are one release to Helm.</summary>
public sealed class DuplicateReleaseName : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX3015",
        Title = "Two HelmReleases are one release to Helm",
        Message = "{0} in namespace '{1}' has the release name '{2}' and the storage namespace '{3}' of {4} in namespace '{5}'",
        Category = RuleCategory.Helm,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Helm/DuplicateReleaseName"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        var releases = context.Cluster.OwnObjects.OfType<HelmRelease>().Where(IsKnown);
        foreach (var same in releases.GroupBy(release => new HelmRecord(release.RecordNamespace, release.ReleaseName)))
        {
            if (!same.Skip(1).Any())
                continue;
            // One object that is applied twice is one release.
            var distinct = same.DistinctBy(release => release.Resource.Key)
                .OrderBy(release => release.Resource.Path, StringComparer.Ordinal)
                .ThenBy(release => release.Resource.Location.Span.Start)
                .ToList();
            foreach (var release in distinct.Skip(1))
                Report(context, release, distinct[0]);
        }
    }

    private static void Report(ClusterContext context, HelmRelease release, HelmRelease first)
    {
        var (id, other) = (release.Resource.Id, first.Resource.Id);
        context.Report(Descriptor, Place(release), id.Display, id.Namespace, release.ReleaseName, release.RecordNamespace, other.Display, other.Namespace)
            .WithHelp("give each its own 'releaseName'")
            .WithRelated(Place(first).Location, $"{other.Display} is here");
    }

    private static Place Place(HelmRelease release) => release.WrittenReleaseName is { } name ? release.PlaceOf(name) : release.Resource.Place;

    private static bool IsKnown(HelmRelease release) =>
        !release.IsRemote && !release.Resource.HasUnknownValues && release.RecordNamespace is { Length: > 0 } @namespace && !@namespace.HasVariable() && !release.ReleaseName.HasVariable();

    /// <summary>Where Helm keeps what it knows of a release.</summary>
    private readonly record struct HelmRecord(string Namespace, string ReleaseName);
}
