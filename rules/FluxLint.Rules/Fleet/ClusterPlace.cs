using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Rules.Fleet;

/// <summary>Where a cluster would say something.</summary>
internal static class ClusterPlace
{
    /// <summary>Where it patches an object, or else its kustomization.</summary>
    public static Location Of(RuleContext context, Cluster cluster, ObjectKey key)
    {
        var patch = context.Repository.YamlFiles
            .Where(file => RepositoryPath.IsWithin(cluster.Directory, file))
            .SelectMany(file => context.Repository.Tree(file)?.Documents ?? [])
            .Select(document => document.Expanded)
            .OfType<YamlMapping>()
            .FirstOrDefault(root => root.Text("kind") == key.Kind && (root.At("metadata", "name") as YamlScalar)?.Value == key.Name);
        return patch?.At("metadata", "name")?.Location ?? Of(context, cluster.Directory);
    }

    /// <summary>The kustomization of a directory, or else the directory.</summary>
    private static Location Of(RuleContext context, string directory) =>
        context.Graph.Kustomization(directory) is { } kustomization ? Location.OfFile(kustomization.Tree.Source) : Location.OfPath(directory);
}
