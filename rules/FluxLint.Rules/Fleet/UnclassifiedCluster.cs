using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;

namespace FluxLint.Rules.Fleet;

/// <summary>Finds clusters that no class of the configuration claims.</summary>
public sealed class UnclassifiedCluster : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX8007",
        Title = "No class of the configuration claims a cluster",
        Message = "{0} to no class of fluxlint.yaml, so nothing is required of {1}",
        Category = RuleCategory.Fleet,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Fleet/UnclassifiedCluster"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        if (!context.Configuration.HasClasses)
            return;
        // A whole directory of them is one that the patterns of the configuration miss.
        foreach (var siblings in context.Fleet.Clusters.Where(cluster => cluster.Class is null).GroupBy(cluster => RepositoryPath.Parent(cluster.Directory)))
        {
            var first = siblings.First();
            var more = siblings.Count() - 1;
            var names = more == 0 ? $"cluster '{first.Name}' belongs" : $"cluster '{first.Name}' and {more} more beside it belong";
            context.Report(Descriptor, Place(context, first.Directory), names, more == 0 ? "it" : "them")
                .WithHelp($"add '{(more == 0 ? first.Directory : $"{siblings.Key}/*")}' to the paths of a class in fluxlint.yaml")
                .WithClusters([.. siblings]);
        }
    }

    private static Location Place(RepositoryContext context, string directory) =>
        context.Graph.Kustomization(directory) is { } kustomization ? Location.OfFile(kustomization.Tree.Source) : Location.OfPath(directory);
}
