using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Rules.Namespaces;

/// <summary>Finds objects in a namespace that nothing in the cluster creates.</summary>
public sealed class MissingNamespace : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX6001",
        Title = "Nothing creates a namespace that objects are in",
        Message = "{0} {1} namespace '{2}', which nothing in the cluster creates",
        Category = RuleCategory.Namespaces,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Namespaces/MissingNamespace"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        var answers = new Dictionary<string, ProvisionAnswer>(StringComparer.Ordinal);
        foreach (var resource in context.Cluster.Inventories.Where(inventory => !inventory.IsRemote).SelectMany(inventory => inventory.Resources))
        {
            if (resource.HasUnknownValues || CustomKinds.MayBeClusterScoped(resource.Id))
                continue;
            if (resource.Root.At("metadata", "namespace") is YamlScalar { IsNull: false } own)
                Judge(resource, own, "is in");
            if (HelmRelease.Of(resource) is { CreatesNamespace: false, IsRemote: false, TargetNamespace: { } target })
                Judge(resource, target, "installs into");
        }

        void Judge(Resource resource, YamlScalar name, string relation)
        {
            if (!answers.TryGetValue(name.Value, out var answer))
                answers[name.Value] = answer = context.Model.Provisions.FindNamespace(name.Value);
            if (answer.Availability != Availability.Absent)
                return;
            var finding = context.Report(Descriptor, resource.PlaceOf(name), resource.Id.Display, relation, name.Value).WithHelp(answer.Remedy);
            if (answer.Evidence is { } evidence)
                finding.WithRelated([evidence]);
        }
    }
}
