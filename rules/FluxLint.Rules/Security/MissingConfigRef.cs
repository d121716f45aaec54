using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Text;

namespace FluxLint.Rules.Security;

/// <summary>Finds workloads that need a ConfigMap or Secret which their cluster does not have, or not with that key.</summary>
public sealed class MissingConfigRef : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX7004",
        Title = "A workload needs a ConfigMap or Secret that is not there",
        Message = "{0} needs {1}, so that its pods do not start",
        Category = RuleCategory.Security,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Security/MissingConfigRef"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        foreach (var resource in context.Cluster.OwnResources)
        {
            if (resource.HasUnknownValues || PodTemplate.Of(resource.Id, resource.Root) is not { } pod || !context.Cluster.Keeps(resource))
                continue;
            foreach (var reference in pod.DataReferences)
            {
                if (!reference.IsOptional && !reference.Name.HasVariable())
                    Check(context, resource, reference, context.Model.Provisions.FindPodData(reference.Kind, resource.Id.Namespace, reference.Name.Value));
            }
        }
    }

    private static void Check(ClusterContext context, Resource resource, PodDataReference reference, ProvisionAnswer answer)
    {
        if (answer.Availability == Availability.Absent)
        {
            var finding = context.Report(Descriptor, resource.PlaceOf(reference.Name), resource.Id.Display, $"{reference.Kind} '{reference.Name.Value}', which nothing in the cluster makes in namespace '{resource.Id.Namespace}'");
            finding.WithHelp(answer.Remedy);
            if (answer.Evidence is { } evidence)
                finding.WithRelated([evidence]);
        }
        else if (reference.Key is { } key && answer.Data is { Keys: { } keys } data && !keys.Contains(key.Value) && !key.HasVariable())
        {
            context.Report(Descriptor, resource.PlaceOf(key), resource.Id.Display, $"the key '{key.Value}' of {reference.Kind} '{reference.Name.Value}', which does not have it")
                .WithHelp(NearestName.Find(key.Value, keys) is { } nearest ? $"did you mean '{nearest}'?" : keys is [var only] ? $"its one key is '{only}'" : null)
                .WithRelated(data.Location, $"{reference.Kind} '{reference.Name.Value}' is made here");
        }
    }
}
