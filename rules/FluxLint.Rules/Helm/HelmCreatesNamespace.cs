using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;

namespace FluxLint.Rules.Helm;

/// <summary>Finds releases that have Helm make their namespace.</summary>
public sealed class HelmCreatesNamespace : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX3011",
        Title = "Helm makes the namespace of a release",
        Message = "{0} has Helm make the namespace '{1}', which nobody can label or delete from the repository",
        Category = RuleCategory.Helm,
        Severity = Severity.Info,
        Since = "0.1",
        HelpUri = RulePages.Uri("Helm/HelmCreatesNamespace"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnFlux<HelmRelease>(Check);

    private static void Check(ResourceContext context, HelmRelease release)
    {
        if (!release.CreatesNamespace || release.Install?.Scalar("createNamespace") is not { } switched)
            return;
        // The object's own namespace is there before Helm is asked, unless the release goes to another cluster.
        var name = release.WorkloadNamespace;
        if (!release.IsRemote && name == context.Resource.Id.Namespace)
            return;
        var clusters = release.IsRemote ? context.Clusters : context.Clusters.RemoveAll(cluster => Declares(cluster, name));
        if (clusters.IsEmpty)
            return;
        context.Report(Descriptor, switched, context.Resource.Id.Display, name).WithClusters(clusters).WithHelp("declare the Namespace beside the release");
    }

    private static bool Declares(Cluster cluster, string name) =>
        cluster.Resources.Any(resource => resource.Id is { Group: "", Kind: "Namespace" } && resource.Id.Name == name);
}
