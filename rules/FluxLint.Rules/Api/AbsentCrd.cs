using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Kubernetes;

namespace FluxLint.Rules.Api;

/// <summary>Finds custom resources of a cluster that nothing in the cluster defines.</summary>
public sealed class AbsentCrd : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX5003",
        Title = "A custom resource without its definition",
        Message = "{0} needs the CRD of '{1}', which nothing in the cluster installs",
        MessageForMany = "{0} and {2} more need the CRD of '{1}', which nothing in the cluster installs",
        Category = RuleCategory.Api,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Api/AbsentCrd"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        var definitions = context.Model.Crds;
        foreach (var resource in context.Cluster.Resources)
        {
            var id = resource.Id;
            // A variable in the kind leaves open what it is.
            if (resource.IsEncrypted || KubernetesGroups.Contains(id.Group) || id.Group.Contains('$') || id.Kind.Contains('$'))
                continue;
            var answer = definitions.Find(id.Group, id.Kind);
            if (answer.Availability != Availability.Absent)
                continue;
            var finding = context.Report(Descriptor, resource.PlaceAt("kind") ?? resource.Place, id.Display, $"{id.Kind}.{id.Group}").WithHelp(answer.Remedy).WithCause($"{id.Kind}.{id.Group}");
            if (answer.Cause is { } cause)
                finding.WithRelated([cause]);
        }
    }
}
