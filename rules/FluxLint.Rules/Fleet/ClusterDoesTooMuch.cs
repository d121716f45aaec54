using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;

namespace FluxLint.Rules.Fleet;

/// <summary>Finds objects in the directory of a cluster that its class leaves to overlays.</summary>
public sealed class ClusterDoesTooMuch : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX8011",
        Title = "A cluster has objects that belong in an overlay",
        Message = "{0} is written in the directory of cluster '{1}', and class '{2}' leaves {3} to overlays",
        MessageForMany = "{0} and {4} more objects are written in the directory of cluster '{1}', and class '{2}' leaves such to overlays",
        Category = RuleCategory.Fleet,
        Severity = Severity.Info,
        Since = "0.1",
        HelpUri = RulePages.Uri("Fleet/ClusterDoesTooMuch"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        var cluster = context.Cluster;
        if (cluster.Class is not { } @class)
            return;
        foreach (var resource in cluster.OwnResources.Where(resource => RepositoryPath.IsWithin(cluster.Directory, resource.Path)))
        {
            if (@class.LeavesToOverlays(resource.Id.Kind) is { } pattern)
            {
                context.Report(Descriptor, resource.Place, resource.Id.Display, cluster.Name, @class.Name.Value, resource.Id.Kind)
                    .WithCause(cluster.Directory)
                    .WithRelated(pattern.Location, "said here");
            }
        }
    }
}
