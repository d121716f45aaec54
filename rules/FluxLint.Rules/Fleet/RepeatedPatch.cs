using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace FluxLint.Rules.Fleet;

/// <summary>Finds values that most clusters of a class set to the same, each in a patch of its own.</summary>
public sealed class RepeatedPatch : Rule
{
    private const int MostNamed = 3;

    /// <summary>What fewer clusters repeat is not worth an overlay.</summary>
    private const int FewestClusters = 3;

    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX8004",
        Title = "Most clusters of a class have the same patch",
        Message = "the patches of {2} of the {3} clusters of {4} give {0} of {1} the same value",
        Category = RuleCategory.Fleet,
        Severity = Severity.Info,
        Since = "0.1",
        HelpUri = RulePages.Uri("Fleet/RepeatedPatch"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        foreach (var siblings in Siblings.Of(context.Fleet).Where(siblings => siblings.IsClass && siblings.Clusters.Length >= FewestClusters))
            Check(context, siblings);
    }

    private static void Check(RepositoryContext context, Siblings siblings)
    {
        var own = OwnValues.Of(context.Fleet);
        var frequent = siblings.Clusters.SelectMany(cluster => own[cluster]).CountBy(value => (value.Key, value.Text)).Where(value => value.Value >= FewestClusters).Select(value => value.Key).ToHashSet();
        var repeated =
            from cluster in siblings.Clusters
            from value in own[cluster]
            where frequent.Contains((value.Key, value.Text)) && value.IsPatch(cluster)
            group (Cluster: cluster, Value: value) by (value.Key, value.Text) into same
            let clusters = same.Select(member => member.Cluster).Distinct().ToList()
            where clusters.Count >= FewestClusters && clusters.Count * 2 > siblings.Clusters.Length
            group (same.First().Value, Clusters: clusters) by (same.Key.Key.Object, clusters.Count);
        foreach (var values in repeated)
        {
            var (first, clusters) = values.First();
            var more = values.Count() > MostNamed ? $" and {values.Count() - MostNamed} more" : "";
            var names = string.Join(", ", values.Take(MostNamed).Select(value => $"'{value.Value.Path}'"));
            context.Report(Descriptor, first.Resource.PlaceOf(first.Node), $"{names}{more}", first.Resource.Id.Display, clusters.Count, siblings.Clusters.Length, siblings.Name)
                .WithHelp("set it in the overlay that they include")
                .WithClusters([.. clusters]);
        }
    }
}
