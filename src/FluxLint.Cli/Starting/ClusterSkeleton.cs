using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Semantics;
using FluxLint.Syntax;

namespace FluxLint.Cli.Starting;

/// <summary>The files of a new cluster: those of a sibling, with its own name and without the values that each cluster has for itself.</summary>
internal sealed record ClusterSkeleton
{
    /// <summary>What stands where a value is to be filled in.</summary>
    public const string Placeholder = "CHANGE-ME";

    private const int MostFiles = 100;

    /// <summary>The directory of the cluster that it is made after; null for none.</summary>
    public string? Sibling { get; private init; }

    /// <summary>Whether no second cluster of the class tells which values each has for itself.</summary>
    public bool IsOfOnlySibling { get; private init; }

    /// <summary>The files.</summary>
    public required ImmutableArray<SkeletonFile> Files { get; init; }

    /// <summary>The files of the sibling that have no counterpart.</summary>
    public ImmutableArray<string> LeftOut { get; private init; } = [];

    /// <summary>The places to fill in, as <c>file:line: key</c>.</summary>
    public ImmutableArray<string> Open { get; private init; } = [];

    /// <summary>Makes the files of a cluster.</summary>
    public static ClusterSkeleton Of(Compilation compilation, NewCluster cluster)
    {
        var siblings = SiblingsOf(compilation, cluster);
        if (siblings is not [var sibling, ..])
            return new() { Files = [Kustomization(cluster)] };
        var other = siblings.Count > 1 ? siblings[1] : null;
        var repository = compilation.Repository;
        var files = ImmutableArray.CreateBuilder<SkeletonFile>();
        var leftOut = ImmutableArray.CreateBuilder<string>();
        var open = ImmutableArray.CreateBuilder<string>();
        foreach (var path in repository.Files.Where(path => RepositoryPath.IsWithin(sibling.Directory, path)).Take(MostFiles))
        {
            if (!Repository.IsYaml(path) || repository.Tree(path) is not { IsBroken: false } tree || IsEncrypted(tree))
            {
                leftOut.Add(path);
                continue;
            }
            var below = path[(sibling.Directory.Length + 1)..];
            var renaming = new ClusterRenaming(sibling.Directory, cluster.Directory);
            var (text, places) = renaming.Rewrite(tree, other is null ? null : repository.Tree($"{other.Directory}/{below}"), other?.Directory);
            files.Add(new($"{cluster.Directory}/{below}", text.Encode()));
            open.AddRange(places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{cluster.Directory}/{below}:{place.Line}: {place.Key}")));
        }
        return new() { Sibling = sibling.Directory, IsOfOnlySibling = other is null, Files = WithRequirements(compilation, cluster, sibling, files.ToImmutable()), LeftOut = leftOut.ToImmutable(), Open = open.ToImmutable() };
    }

    /// <summary>The clusters of the class that have what it requires: those beside the new one first.</summary>
    private static List<Cluster> SiblingsOf(Compilation compilation, NewCluster cluster)
    {
        var parent = RepositoryPath.Parent(cluster.Directory);
        return
        [
            .. compilation.Fleet.Clusters
                .Where(known => known.Class?.Name.Value == cluster.Class.Name.Value && known.Directory.Length > 0 && !known.MissingRequirements.Any())
                .OrderByDescending(known => RepositoryPath.Parent(known.Directory) == parent)
                .ThenBy(known => known.Directory, StringComparer.Ordinal),
        ];
    }

    /// <summary>Paths that lead up lead elsewhere from a directory that lies deeper or less deep.</summary>
    private static ImmutableArray<SkeletonFile> WithRequirements(Compilation compilation, NewCluster cluster, Cluster sibling, ImmutableArray<SkeletonFile> files)
    {
        var isSameDepth = RepositoryPath.Parts(sibling.Directory).Length == RepositoryPath.Parts(cluster.Directory).Length;
        var hasKustomization = compilation.Repository.KustomizationFile(sibling.Directory) is not null;
        return isSameDepth || !hasKustomization || cluster.Class.Requires.IsEmpty ? files : [Kustomization(cluster)];
    }

    private static SkeletonFile Kustomization(NewCluster cluster)
    {
        var text = new StringBuilder("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n");
        text.Append(cluster.Class.Requires.IsEmpty ? "resources: []\n" : "resources:\n");
        foreach (var required in cluster.Class.Requires)
            text.Append(CultureInfo.InvariantCulture, $"  - {RepositoryPath.Relative(cluster.Directory, required.Value)}\n");
        return new($"{cluster.Directory}/kustomization.yaml", [.. Encoding.UTF8.GetBytes(text.ToString())]);
    }

    private static bool IsEncrypted(YamlTree tree) => tree.Documents.Any(document => document.Root is YamlMapping root && root["sops"] is not null);
}
