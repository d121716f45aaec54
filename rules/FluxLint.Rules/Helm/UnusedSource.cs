using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kubernetes;

namespace FluxLint.Rules.Helm;

/// <summary>Finds sources that nothing in their clusters refers to.</summary>
public sealed class UnusedSource : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX3014",
        Title = "A source that nothing refers to",
        Message = "nothing in the cluster refers to {0}",
        Category = RuleCategory.Helm,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Helm/UnusedSource"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        var sources = context.Fleet.Resources.Where(shared => FluxObject.Of(shared.Resource) is Source and not ExternalArtifact).GroupBy(shared => shared.Resource.Location);
        foreach (var source in sources)
        {
            var clusters = source.SelectMany(shared => shared.Clusters).ToHashSet();
            // What is out of sight may use it, and so may one cluster of those that share it.
            if (clusters.Any(cluster => cluster.MayHaveMoreUsers) || source.Any(shared => IsUsed(shared, clusters, context.Fleet)))
                continue;
            var first = source.First().Resource;
            context.Report(Descriptor, first.Place, first.Id.Display)
                .WithClusters([.. clusters])
                .WithHelp("delete it, or leave it out of the cluster");
        }
    }

    private static bool IsUsed(SharedResource source, IReadOnlyCollection<Cluster> clusters, ClusterSet fleet)
    {
        var id = source.Resource.Id;
        return id.Name == WellKnownNamespaces.FluxSystem
            || id.Name.HasVariable()
            || fleet.IsReferredTo(id.Name, clusters)
            || clusters.Any(cluster => cluster.FluxObjects.IsMeant(source.Resource));
    }
}
