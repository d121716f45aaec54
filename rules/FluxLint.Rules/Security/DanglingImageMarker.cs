using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Rules.Security;

/// <summary>Finds markers of image automation that name a policy which no automation sees.</summary>
public sealed class DanglingImageMarker : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX7009",
        Title = "An image marker names no policy that is seen",
        Message = "{0}, so that the image is never updated",
        Category = RuleCategory.Security,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Security/DanglingImageMarker"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        var markers = context.Repository.YamlFiles.Select(context.Repository.Tree).OfType<YamlTree>().SelectMany(ImagePolicyMarker.Of).ToList();
        if (markers.Count == 0)
            return;
        var automations = context.Fleet.Clusters.SelectMany(Automations).ToList();
        foreach (var marker in markers.Where(marker => !marker.Namespace.HasVariable() && !marker.Name.HasVariable()))
        {
            var covering = automations.Where(automation => automation.Covers(marker.Location.Path)).ToList();
            // What is out of sight may see it.
            if (covering.Count > 0 && !covering.Exists(automation => automation.Cluster.MayBring(PolicyOf(marker)) || automation.Sees(marker)))
                Report(context, marker, covering);
        }
    }

    private static void Report(RepositoryContext context, ImagePolicyMarker marker, List<Automation> covering)
    {
        var clusters = covering.Select(automation => automation.Cluster).Distinct().ToList();
        if (clusters.Exists(cluster => cluster.Find(PolicyOf(marker)) is not null))
        {
            var others = string.Join(", ", covering.Select(automation => $"'{automation.Namespace}'").Distinct().Order(StringComparer.Ordinal));
            context.Report(Descriptor, marker.Location, $"image automation of namespace {others} sees the policies of its own namespace alone, and not '{marker.Namespace}:{marker.Name}'")
                .WithRelated([.. covering.Select(automation => new RelatedLocation(automation.Object.Resource.Location, $"{automation.Object.Resource.Id.Display} updates this file"))])
                .WithClusters([.. clusters]);
            return;
        }
        var policies = clusters.SelectMany(cluster => cluster.OwnObjects).OfType<ImagePolicy>().Select(policy => policy.Resource.Id).Where(id => id.Namespace == marker.Namespace).Select(id => id.Name);
        context.Report(Descriptor, marker.Location, $"no ImagePolicy '{marker.Name}' is in namespace '{marker.Namespace}'")
            .WithHelp(Suggestion.For(marker.Name, policies)?.Question)
            .WithClusters([.. clusters]);
    }

    private static IEnumerable<Automation> Automations(Cluster cluster) =>
        from automation in cluster.OwnObjects.OfType<ImageUpdateAutomation>()
        where !automation.IsSuspended && !automation.Resource.HasUnknownValues
        let root = automation.Source is { } source ? cluster.RootOf(source.Key) : null
        where root is not null
        select new Automation(cluster, automation, RepositoryPath.Combine(root, automation.UpdatePath?.Value ?? ""));

    private static ObjectKey PolicyOf(ImagePolicyMarker marker) => new(FluxGroups.Image, "ImagePolicy", marker.Namespace, marker.Name);

    /// <summary>An automation of a cluster, and the directory that it updates.</summary>
    private sealed record Automation(Cluster Cluster, ImageUpdateAutomation Object, string? Directory)
    {
        public string Namespace => Object.Resource.Id.Namespace;

        public bool Covers(string path) => Directory is not null && RepositoryPath.IsWithin(Directory, path);

        public bool Sees(ImagePolicyMarker marker) => marker.Namespace == Namespace && Cluster.Find(PolicyOf(marker)) is not null;
    }
}
