using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;

namespace FluxLint.Rules.Fleet;

/// <summary>Finds releases that are newer in a class of clusters than in those that promote to it.</summary>
public sealed class UnpromotedVersion : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX8003",
        Title = "A version that no class before has proved",
        Message = "{0} is at '{1}' in class '{2}', and at '{3}' in class '{4}', which promotes to it",
        MessageForMany = "{0} is at '{1}' in class '{2}', here and {5} times more, and at '{3}' in class '{4}', which promotes to it",
        Category = RuleCategory.Fleet,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Fleet/UnpromotedVersion"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        var classes = context.Fleet.Clusters.Where(cluster => cluster.Class is not null).ToLookup(cluster => cluster.Class?.Name.Value);
        foreach (var later in classes)
        {
            var earlier = classes.Where(other => other.First().Class?.PromotesTo?.Value == later.Key).ToList();
            if (earlier.Count > 0)
                Check(context, later, earlier.SelectMany(clusters => clusters));
        }
    }

    private static void Check(RepositoryContext context, IEnumerable<Cluster> later, IEnumerable<Cluster> earlier)
    {
        var proved = earlier.SelectMany(ReleaseVersion.Of).GroupBy(version => version.Key).ToDictionary(versions => versions.Key, ReleaseVersion.Newest);
        var ahead = later.SelectMany(ReleaseVersion.Of).Where(version => proved.TryGetValue(version.Key, out var newest) && version.IsNewerThan(newest));
        foreach (var same in ahead.GroupBy(version => version.Node.Location))
        {
            var version = same.First();
            var newest = proved[version.Key];
            context.Report(Descriptor, version.Place, version.Display, version.Node.Value, version.Cluster.Class?.Name.Value, newest.Node.Value, newest.Cluster.Class?.Name.Value)
                .WithCause($"{version.Key} {version.Version}")
                .WithClusters([.. same.Select(version => version.Cluster).Distinct()])
                .WithRelated(newest.Node.Location, $"the newest in class '{newest.Cluster.Class?.Name.Value}'");
        }
    }
}
