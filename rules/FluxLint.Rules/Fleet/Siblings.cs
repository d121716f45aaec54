using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Fleet;

namespace FluxLint.Rules.Fleet;

/// <summary>Clusters that are meant to be alike: those of a class, or those that lie side by side where no class claims them.</summary>
/// <param name="Name">What they have in common, in words.</param>
/// <param name="IsClass">Whether configuration says that they are alike.</param>
/// <param name="Clusters">The clusters.</param>
internal sealed record Siblings(string Name, bool IsClass, ImmutableArray<Cluster> Clusters)
{
    /// <summary>Of so few clusters that no class claims it is not known that they are meant to be alike.</summary>
    private const int FewestUnclassified = 3;

    /// <summary>Whether what one of them has is most likely meant for all. What lies in 'clusters' itself are most often environments, each of its own kind.</summary>
    public bool AreMeantAlike => IsClass || (Clusters.Length >= FewestUnclassified && Clusters[0].Directory.Split('/').Length > 2);

    // Where a cluster starts that nothing applies is a guess, and so is what it is like.
    public static IEnumerable<Siblings> Of(ClusterSet fleet) =>
        from cluster in fleet.Clusters
        where !cluster.IsGuessed
        let name = cluster.Class is { } @class ? $"class '{@class.Name.Value}'" : $"'{RepositoryPath.Parent(cluster.Directory)}'"
        group cluster by (Name: name, IsClass: cluster.Class is not null) into alike
        select new Siblings(alike.Key.Name, alike.Key.IsClass, [.. alike]);
}
