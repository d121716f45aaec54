using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Rules.Security;

/// <summary>Finds workloads and Flux objects that need a ConfigMap or Secret which their cluster does not have, or not with that key.</summary>
public sealed class MissingConfigRef : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX7004",
        Title = "A workload or Flux object needs a ConfigMap or Secret that is not there",
        Message = "{0} needs {1}, so that {2}",
        Category = RuleCategory.Security,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Security/MissingConfigRef"),
    };

    private const string Consequence = "its pods do not start";

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        foreach (var resource in context.Cluster.OwnResources)
        {
            if (resource.HasUnknownValues || !context.Cluster.Keeps(resource))
                continue;
            if (FluxObject.Of(resource) is { } flux)
                Check(context, flux);
            if (resource.Pods is not { } pod)
                continue;
            foreach (var reference in pod.DataReferences)
            {
                if (!reference.IsOptional && !reference.Name.HasVariable())
                    Check(context, resource, reference, context.Model.Provisions.FindPodData(reference.Kind, resource.Id.Namespace, reference.Name.Value));
            }
        }
    }

    private static void Check(ClusterContext context, FluxObject flux)
    {
        foreach (var name in flux.SecretNames)
        {
            // The one of that name is made together with Flux.
            if (name.HasVariable() || name.Value == WellKnownNamespaces.FluxSystem)
                continue;
            var answer = context.Model.Provisions.FindData("Secret", flux.Resource.Id.Namespace, name.Value);
            if (answer.Availability == Availability.Absent)
                Report(context, flux.Resource, "Secret", name, "it does not work", answer);
        }
    }

    private static void Check(ClusterContext context, Resource resource, PodDataReference reference, ProvisionAnswer answer)
    {
        if (answer.Availability == Availability.Absent)
            Report(context, resource, reference.Kind, reference.Name, Consequence, answer);
        else if (reference.Key is { } key && answer.Data is { Keys: { } keys } data && !keys.Contains(key.Value) && !key.HasVariable())
        {
            context.Report(Descriptor, resource.PlaceOf(key), resource.Id.Display, $"the key '{key.Value}' of {reference.Kind} '{reference.Name.Value}', which does not have it", Consequence)
                .WithHelp(NearestName.Find(key.Value, keys) is { } nearest ? $"did you mean '{nearest}'?" : keys is [var only] ? $"its one key is '{only}'" : null)
                .WithRelated(data.Location, $"{reference.Kind} '{reference.Name.Value}' is made here");
        }
    }

    private static void Report(ClusterContext context, Resource resource, string kind, YamlScalar name, string consequence, ProvisionAnswer answer)
    {
        var finding = context.Report(Descriptor, resource.PlaceOf(name), resource.Id.Display, $"{kind} '{name.Value}', which nothing in the cluster makes in namespace '{resource.Id.Namespace}'", consequence).WithHelp(answer.Remedy);
        if (answer.Evidence is { } evidence)
            finding.WithRelated([evidence]);
    }
}
