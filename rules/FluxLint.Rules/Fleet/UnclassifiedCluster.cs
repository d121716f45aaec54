using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace FluxLint.Rules.Fleet;

/// <summary>Finds clusters that no class of the configuration claims.</summary>
public sealed class UnclassifiedCluster : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX8007",
        Title = "No class of the configuration claims a cluster",
        Message = "cluster '{0}' belongs to no class of fluxlint.yaml, so nothing is required of it",
        Category = RuleCategory.Fleet,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Fleet/UnclassifiedCluster"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        if (context.Cluster.Class is not null || !context.Configuration.HasClasses)
            return;
        var kustomization = context.Graph.Kustomization(context.Cluster.Directory);
        context.Report(Descriptor, kustomization is null ? Location.OfPath(context.Cluster.Directory) : Location.OfFile(kustomization.Tree.Source), context.Cluster.Name)
            .WithHelp($"add '{context.Cluster.Directory}' to the paths of its class in fluxlint.yaml");
    }
}
