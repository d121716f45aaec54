using System.Collections.Immutable;
using FluxLint.Fleet;
using FluxLint.Semantics;

namespace FluxLint.Cli.Starting;

/// <summary>Finds the namespaces that a fleet uses and does not make.</summary>
internal static class MissingNamespaces
{
    public static ImmutableArray<string> Of(Compilation compilation) =>
    [
        .. compilation.Fleet.Clusters.SelectMany(cluster => Of(compilation.ModelOf(cluster))).Distinct().Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Of(ClusterModel model) => model.Cluster.OwnResources
        .Select(resource => resource.Id.Namespace)
        .Distinct()
        .Where(name => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && model.Provisions.FindNamespace(name) .Availability != Availability.Provided);
}
