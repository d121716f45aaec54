using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Fleet;

namespace FluxLint.Rules.Fleet;

/// <summary>Finds clusters that are not named as their class demands.</summary>
public sealed class MisnamedCluster : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX8014",
        Title = "A cluster is not named as its class demands",
        Message = "{0} not named as class '{1}' demands: {2}",
        Category = RuleCategory.Fleet,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Fleet/MisnamedCluster"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        foreach (var siblings in context.Fleet.Clusters.GroupBy(cluster => (cluster.Class, Parent: RepositoryPath.Parent(cluster.Directory))))
        {
            if (siblings.Key.Class is not { NamePatterns.IsEmpty: false } @class)
                continue;
            Cluster[] misnamed = [.. siblings.Where(cluster => !@class.AllowsName(cluster.Name))];
            // Where none is right, the slip is in the directory that they lie in, or in the pattern.
            if (misnamed.Length > 1 && misnamed.Length == siblings.Count())
                Report(context, @class, misnamed);
            else
                Array.ForEach(misnamed, cluster => Report(context, @class, cluster));
        }
    }

    private static void Report(RepositoryContext context, ClusterClass @class, params Cluster[] misnamed)
    {
        var names = misnamed.Length == 1 ? $"cluster '{misnamed[0].Name}' is" : $"cluster '{misnamed[0].Name}' and {misnamed.Length - 1} more beside it are";
        var finding = context.Report(Descriptor, Place(context, misnamed[0].Directory), names, @class.Name.Value, string.Join(" or ", @class.NamePatterns.Select(pattern => $"'{pattern.Value}'")))
            .WithHelp("rename the directory and what syncs it, or add a pattern to 'names' of the class")
            .WithClusters([.. misnamed]);
        foreach (var pattern in @class.NamePatterns)
            finding.WithRelated(pattern.Location, "demanded here");
    }

    private static Location Place(RepositoryContext context, string directory) =>
        context.Graph.Kustomization(directory) is { } kustomization ? Location.OfFile(kustomization.Tree.Source) : Location.OfPath(directory);
}
