using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Policies.Admission;

/// <summary>A policy of the API server where a binding puts it to work.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Binding">The binding.</param>
internal sealed record AdmissionBinding(AdmissionPolicy Policy, Resource Binding)
{
    private readonly YamlMapping? spec = Binding.Root.Mapping("spec");

    /// <summary>Narrows the policy down.</summary>
    public AdmissionMatch Match { get; } = new(Binding.Root.Mapping("spec")?.Mapping("matchResources"));

    /// <summary>How much a refusal matters, by what the binding does with it.</summary>
    public Severity Severity => spec?.Sequence("validationActions")?.Items.OfType<YamlScalar>().Select(action => action.Value).ToImmutableArray() switch
    {
        { } actions when actions.Contains("Deny") => Severity.Error,
        { } actions when actions.Contains("Warn") => Severity.Warning,
        _ => Severity.Info,
    };

    /// <summary>Whether the policy has parameters here, which are then those of <see cref="FindParameters"/>.</summary>
    public bool HasParameters => Policy.ParamKind is not null && spec?.Mapping("paramRef") is not null;

    /// <summary>The bindings of a cluster, each with its policy.</summary>
    public static IEnumerable<AdmissionBinding> Of(Cluster cluster)
    {
        var own = cluster.OwnResources.Where(resource => resource.Id.Group == AdmissionPolicy.Group).ToList();
        var policies = own.Select(AdmissionPolicy.Of).OfType<AdmissionPolicy>().ToLookup(policy => policy.Resource.Id.Name);
        return own
            .Where(resource => resource is { Id.Kind: AdmissionPolicy.BindingKind, HasUnknownValues: false })
            .SelectMany(binding => policies[binding.Root.Mapping("spec")?.Text("policyName") ?? ""].Take(1).Select(policy => new AdmissionBinding(policy, binding)));
    }

    /// <summary>The object with the parameters for another; null when the cluster does not declare it, or several may be meant.</summary>
    public Resource? FindParameters(Cluster cluster, Resource resource)
    {
        if (spec?.Mapping("paramRef") is not { } reference || reference.Text("name") is not { } name || Policy.ParamKind is not { } kind)
            return null;
        var apiVersion = kind.Text("apiVersion") ?? "";
        var group = apiVersion.Contains('/') ? apiVersion.Split('/')[0] : "";
        // A reference without a namespace means the one that the object is in, or none for a kind outside of namespaces.
        return cluster.Find(new ObjectKey(group, kind.Text("kind") ?? "", reference.Text("namespace") ?? resource.Id.Namespace, name))
            ?? (reference.Text("namespace") is null ? cluster.Find(new ObjectKey(group, kind.Text("kind") ?? "", "", name)) : null);
    }
}
