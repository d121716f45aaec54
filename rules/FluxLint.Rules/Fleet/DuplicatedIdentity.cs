using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;

namespace FluxLint.Rules.Fleet;

/// <summary>Finds values that tell clusters apart, and are the same in two of them.</summary>
public sealed class DuplicatedIdentity : Rule
{
    private const int MostNamed = 5;

    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX8009",
        Title = "Two clusters have one value where it must differ",
        Message = "'{0}' of {1} is '{2}' in {3} clusters, {4}",
        Category = RuleCategory.Fleet,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Fleet/DuplicatedIdentity"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        // Where a cluster starts that nothing applies is a guess: it may be a part of another.
        var clusters = context.Fleet.Clusters.Where(cluster => !cluster.IsGuessed).ToList();
        if (clusters.Count < 2)
            return;
        var configured = clusters.SelectMany(cluster => Configured(context, cluster)).ToList();
        var paths = configured.Select(identity => identity.Path).ToHashSet(StringComparer.Ordinal);
        var known = clusters.SelectMany(Identity.Of).Where(identity => !paths.Contains(identity.Path));
        foreach (var same in configured.Concat(known).GroupBy(identity => identity.Key))
            Check(context, [.. same.DistinctBy(identity => identity.Cluster)]);
    }

    private static IEnumerable<Identity> Configured(RepositoryContext context, Cluster cluster) =>
        from value in context.Configuration.Values.Where(value => value.IsUnique)
        from release in cluster.OwnObjects.OfType<HelmRelease>()
        let node = value.In(release)
        where node is not null && Identity.TextOf(node) is not null && !Identity.IsOpen(release, node)
        select new Identity(cluster, release, value.Path.Value, node, Severity.Error);

    private static void Check(RepositoryContext context, List<Identity> same)
    {
        if (same.Count < 2)
            return;
        var first = same[0];
        var isApart = first.Path == "txtOwnerId" && AreApart(same);
        var finding = context.Report(Descriptor, first.Release.PlaceOf(first.Node), first.Path, first.Release.Resource.Id.Display, first.Value, same.Count, isApart ? "and their domains alone keep them apart" : "which it should tell apart")
            .WithSeverity(isApart ? Severity.Warning : first.Severity)
            .WithClusters([.. same.Select(identity => identity.Cluster)]);
        foreach (var other in same.DistinctBy(identity => identity.Node.Location).Skip(1).Take(MostNamed))
            finding.WithRelated(other.Node.Location, $"the same in cluster '{other.Cluster.Name}'");
    }

    /// <summary>Whether no record can be claimed by two of the clusters, since each has domains of its own.</summary>
    private static bool AreApart(List<Identity> same)
    {
        var owners = new Dictionary<string, Cluster>(StringComparer.OrdinalIgnoreCase);
        foreach (var identity in same)
        {
            if (identity.Domains is null || identity.Domains.Any(domain => !owners.TryAdd(domain.TrimStart('.'), identity.Cluster) && owners[domain.TrimStart('.')] != identity.Cluster))
                return false;
        }
        return owners.Keys.All(domain => Parents(domain).All(parent => !owners.TryGetValue(parent, out var owner) || owner == owners[domain]));
    }

    private static IEnumerable<string> Parents(string domain)
    {
        for (var dot = domain.IndexOf('.'); dot >= 0; dot = domain.IndexOf('.', dot + 1))
            yield return domain[(dot + 1)..];
    }
}
