using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace FluxLint.Rules.Fleet;

/// <summary>Finds releases that clusters of one kind have at different versions.</summary>
public sealed class VersionSkew : Rule
{
    private const int MostNamed = 5;

    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX8002",
        Title = "One release is at different versions in clusters of one class",
        Message = "{0} is at '{1}' here, and at '{2}' in {3} of {4}",
        Category = RuleCategory.Fleet,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Fleet/VersionSkew"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        foreach (var siblings in Siblings.Of(context.Fleet).Where(siblings => siblings.AreMeantAlike))
        {
            foreach (var release in siblings.Clusters.SelectMany(ReleaseVersion.Of).GroupBy(version => version.Key))
                Check(context, siblings, [.. release]);
        }
    }

    private static void Check(RepositoryContext context, Siblings siblings, List<ReleaseVersion> release)
    {
        var versions = release.GroupBy(version => version.Version).Select(group => group.ToList()).ToList();
        if (versions.Count < 2)
            return;
        var newest = ReleaseVersion.Newest(release);
        var usual = versions.OrderByDescending(version => version.Count).ThenByDescending(version => version[0].Version == newest.Version).First();
        var others = versions.Where(version => version != usual).OrderBy(version => version.Count).SelectMany(version => version).DistinctBy(version => version.Node.Location).ToList();
        // One chart at two versions under one name is two releases, told apart by where they land.
        if (usual.Select(version => version.Cluster).Intersect(others.Select(version => version.Cluster)).Any())
            return;
        var clusters = usual.Count == 1 ? $"cluster '{usual[0].Cluster.Name}'" : $"{usual.Count} clusters";
        var finding = context.Report(Descriptor, others[0].Place, others[0].Display, others[0].Node.Value, usual[0].Node.Value, clusters, siblings.Name)
            .WithRelated(usual[0].Node.Location, $"'{usual[0].Node.Value}' in {clusters}")
            .WithClusters([.. versions.Where(version => version != usual).SelectMany(version => version).Select(version => version.Cluster).Distinct()]);
        foreach (var other in others.Skip(1).Take(MostNamed))
            finding.WithRelated(other.Node.Location, $"'{other.Node.Value}' in cluster '{other.Cluster.Name}'");
    }
}
