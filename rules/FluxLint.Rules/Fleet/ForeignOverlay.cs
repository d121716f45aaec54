using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Kustomize;

namespace FluxLint.Rules.Fleet;

/// <summary>Finds clusters that include what belongs to clusters of another class.</summary>
public sealed class ForeignOverlay : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX8006",
        Title = "A cluster includes the overlay of another class",
        Message = "'{0}' {1}, and a cluster of class '{2}' includes it",
        Category = RuleCategory.Fleet,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Fleet/ForeignOverlay"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        var classes = context.Fleet.Clusters.Select(cluster => cluster.Class).OfType<ClusterClass>().Distinct().ToList();
        foreach (var @class in classes)
        {
            var foreign = Foreign(context, @class, classes);
            foreach (var cluster in context.Fleet.Clusters.Where(cluster => foreign.Count > 0 && cluster.Class == @class))
            {
                if (foreign.Keys.Any(cluster.Includes))
                    Check(context, cluster, @class, foreign);
            }
        }
    }

    /// <summary>The directories that are not for a class, and why.</summary>
    private static Dictionary<string, string> Foreign(RepositoryContext context, ClusterClass @class, List<ClusterClass> classes)
    {
        var own = @class.Requires.Select(required => required.Value).ToHashSet(StringComparer.Ordinal);
        // What several classes share, or is not named after the one that requires it, may be good for others.
        var others = from other in classes
                     where other != @class
                     from required in other.Requires
                     where !own.Contains(required.Value) && required.Value.Split('/').Contains(other.Name.Value)
                     select (Directory: required.Value, Why: $"belongs to class '{other.Name.Value}'");
        var forbidden = context.Graph.Directories.Where(directory => @class.Forbids(directory) is not null).Select(directory => (Directory: directory, Why: "is forbidden"));
        return others.Concat(forbidden).DistinctBy(pair => pair.Directory).ToDictionary(pair => pair.Directory, pair => pair.Why, StringComparer.Ordinal);
    }

    private static void Check(RepositoryContext context, Cluster cluster, ClusterClass @class, Dictionary<string, string> foreign)
    {
        foreach (var directory in context.Graph.Directories.Where(directory => cluster.Includes(directory) && !foreign.ContainsKey(directory)))
        {
            foreach (var entry in context.Graph.References(directory).Where(entry => entry.Kind == ReferenceKind.Directory && foreign.ContainsKey(entry.Path)))
                context.Report(Descriptor, entry.Node.Location, entry.Path, foreign[entry.Path], @class.Name.Value).WithClusters([cluster]);
        }
        foreach (var inventory in cluster.Inventories)
        {
            if (inventory is { Directory: { } applied, Kustomization: { Path: { } path } kustomization } && foreign.TryGetValue(applied, out var why) && !IsForeign(path.Source.Path, foreign))
                context.Report(Descriptor, kustomization.PlaceOf(path), applied, why, @class.Name.Value).WithClusters([cluster]);
        }
    }

    // What a foreign directory applies comes with it.
    private static bool IsForeign(string file, Dictionary<string, string> foreign) => foreign.ContainsKey(RepositoryPath.Parent(file));
}
