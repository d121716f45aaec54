using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Rules.Fleet;

/// <summary>Finds clusters that do not set what all others of their kind set.</summary>
public sealed class MissingClusterValue : Rule
{
    private const int MostNamed = 3;

    /// <summary>What <c>fluxlint new cluster</c> leaves where a value is to be filled in.</summary>
    private const string Placeholder = "CHANGE-ME";

    /// <summary>Fewer clusters agree by chance.</summary>
    private const int FewestSiblings = 4;

    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX8005",
        Title = "A cluster does not set what the others of its class set",
        Message = "{0} lacks {1}, which {2}",
        Category = RuleCategory.Fleet,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Fleet/MissingClusterValue"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
        registry.OnRepository(CheckSiblings);
        registry.OnResource(CheckRequired);
        registry.OnCluster(CheckPlaceholders);
    }

    private static void CheckSiblings(RepositoryContext context)
    {
        foreach (var siblings in Siblings.Of(context.Fleet).Where(siblings => siblings.AreMeantAlike && siblings.Clusters.Length >= FewestSiblings))
        {
            // What all but one of them set is shown by counting, before anyone looks for the one.
            var own = OwnValues.Of(context.Fleet);
            var setters = new Dictionary<(ObjectKey, ValuePath), (OwnValue First, int Count)>();
            foreach (var value in siblings.Clusters.SelectMany(cluster => own[cluster].DistinctBy(value => value.Key)))
                setters[value.Key] = setters.TryGetValue(value.Key, out var known) ? (known.First, known.Count + 1) : (value, 1);
            var shared = setters.Values.Where(setter => setter.Count == siblings.Clusters.Length - 1).Select(setter => setter.First).ToList();
            if (shared.Count == 0)
                continue;
            foreach (var cluster in siblings.Clusters)
            {
                var set = own[cluster].Select(value => value.Key).ToHashSet();
                Check(context, siblings, cluster, [.. shared.Where(value => !set.Contains(value.Key))]);
            }
        }
    }

    private static void Check(RepositoryContext context, Siblings siblings, Cluster cluster, ImmutableArray<OwnValue> missing)
    {
        foreach (var values in missing.GroupBy(value => value.Resource.Key))
        {
            // Without the object the cluster is another in more than a value, and a value from elsewhere may be meant for it.
            if (cluster.Find(values.Key) is not { } found || OwnValue.MayHaveMore(found))
                continue;
            var absent = values.Where(value => OwnValue.ValuesOf(found)?.At(value.Path.Keys.AsSpan()) is null && !IsRequired(context.Configuration, found, value.Path.ToString())).ToList();
            if (absent.Count == 0)
                continue;
            var names = string.Join(", ", absent.Take(MostNamed).Select(value => $"'{value.Path}'"));
            var more = absent.Count > MostNamed ? $" and {absent.Count - MostNamed} more" : "";
            context.Report(Descriptor, ClusterPlace.Of(context, cluster, values.Key), found.Id.Display, $"{names}{more}", $"the other {siblings.Clusters.Length - 1} clusters of {siblings.Name} set")
                .WithRelated(absent[0].Node.Location, "set here for another cluster")
                .WithClusters([cluster]);
        }
    }

    // That a required value is lacking is a finding without siblings.
    private static bool IsRequired(FluxLintConfiguration configuration, Resource resource, string path) =>
        HelmRelease.Of(resource) is { } release && configuration.Values.Any(required => required.IsRequired && required.IsOf(release) && $"{path}.".StartsWith($"{required.Path.Value}.", StringComparison.Ordinal));

    private static void CheckPlaceholders(ClusterContext context)
    {
        if (!OwnFiles(context.Cluster).Any(file => context.Repository.Tree(file)?.Source.Text.Contains(Placeholder, StringComparison.Ordinal) == true))
            return;
        foreach (var value in OwnValues.Of(context.Fleet)[context.Cluster])
        {
            var nodes = value.Node is YamlSequence list ? list.Items : [value.Node];
            if (nodes.OfType<YamlScalar>().FirstOrDefault(scalar => scalar.Value == Placeholder) is { } open)
                context.Report(Descriptor, value.Resource.PlaceOf(open), value.Resource.Id.Display, $"'{value.Path}'", $"still is '{Placeholder}'");
        }
    }

    private static IEnumerable<string> OwnFiles(Cluster cluster) =>
        from rendering in cluster.Renderings
        where RepositoryPath.IsWithin(cluster.Directory, rendering.Directory)
        from file in rendering.Files.Append(rendering.Kustomization?.Path ?? rendering.Directory)
        select file;

    private static void CheckRequired(ResourceContext context)
    {
        if (HelmRelease.Of(context.Resource) is not { } release || OwnValue.MayHaveMore(context.Resource))
            return;
        foreach (var required in context.Configuration.Values)
        {
            if (!required.IsRequired || !required.IsOf(release) || required.In(release) is not null)
                continue;
            // What a cluster hands on lacks nothing there.
            var keeping = context.Clusters.RemoveAll(cluster => !cluster.Keeps(context.Resource));
            if (!keeping.IsEmpty)
                context.Report(Descriptor, context.Resource.Place, context.Resource.Id.Display, $"'{required.Path.Value}'", "fluxlint.yaml requires").WithRelated(required.Path.Location, "required here").WithClusters(keeping);
        }
    }
}
