using System.Collections.Immutable;
using FluxLint.Fleet;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Schemas.Cel;

namespace FluxLint.Policies.Admission;

/// <summary>Holds the objects of a fleet against the policies in it: each once for all clusters that have the same policy, parameters and namespace for it.</summary>
internal sealed class AdmissionRun(ClusterSet fleet)
{
    private const long Steps = 20_000_000;

    private readonly CelBudget budget = new(Steps);
    private readonly Dictionary<Resource, ObjectValues> known = new(ReferenceEqualityComparer.Instance);
    private readonly ImmutableArray<AdmissionRefusal>.Builder refusals = ImmutableArray.CreateBuilder<AdmissionRefusal>();

    /// <summary>The policy at which all was spent; null when there was enough.</summary>
    public Resource? Unfinished { get; private set; }

    public ImmutableArray<AdmissionRefusal> Find()
    {
        var bindings = fleet.Clusters
            .SelectMany(cluster => AdmissionBinding.Of(cluster).Select(binding => (Binding: binding, Cluster: cluster)))
            .GroupBy(found => (found.Binding.Policy.Resource.Root, found.Binding.Binding.Root))
            .Select(group => (group.First().Binding, Clusters: group.Select(found => found.Cluster).ToHashSet(ReferenceEqualityComparer.Instance)));
        foreach (var (binding, clusters) in bindings)
        {
            foreach (var shared in fleet.Resources.Where(shared => !IsExempt(shared.Resource)))
                Check(binding, shared.Resource, [.. shared.Clusters.Where(cluster => clusters.Contains(cluster) && cluster.Keeps(shared.Resource))]);
        }
        return refusals.ToImmutable();
    }

    private void Check(AdmissionBinding binding, Resource resource, ImmutableArray<Cluster> clusters)
    {
        if (clusters.IsEmpty || budget.IsSpent || binding.Policy.Match.Matches(resource, null) == false || binding.Match.Matches(resource, null) == false)
            return;
        foreach (var alike in clusters.GroupBy(cluster => (Home(cluster, resource)?.Root, (binding.HasParameters ? binding.FindParameters(cluster, resource) : null)?.Root)))
        {
            var cluster = alike.First();
            var home = Home(cluster, resource);
            var parameters = binding.HasParameters ? binding.FindParameters(cluster, resource) : null;
            if (binding.Policy.Match.Matches(resource, home) != true || binding.Match.Matches(resource, home) != true)
                continue;
            var check = new AdmissionCheck(binding, budget, Values(resource), home is null ? null : Values(home), parameters is null ? null : Values(parameters));
            refusals.AddRange(check.Find().Select(refusal => new AdmissionRefusal(binding, refusal.Place, refusal.Message, refusal.Validation, [.. alike])));
            if (budget.IsSpent)
                Unfinished ??= binding.Policy.Resource;
        }
    }

    private static Resource? Home(Cluster cluster, Resource resource) =>
        resource.Id.Namespace.Length == 0 ? null : cluster.Find(new ObjectKey("", "Namespace", "", resource.Id.Namespace));

    private ObjectValues Values(Resource resource)
    {
        if (!known.TryGetValue(resource, out var values))
            known.Add(resource, values = new(resource, isAdmitted: true));
        return values;
    }

    // The API server never holds these against policies, lest one locks everybody out.
    private static bool IsExempt(Resource resource) => resource.HasUnknownValues || (resource.Id.Group == AdmissionPolicy.Group && resource.Id.Kind is
        AdmissionPolicy.Kind or AdmissionPolicy.BindingKind or "MutatingAdmissionPolicy" or "MutatingAdmissionPolicyBinding" or "ValidatingWebhookConfiguration" or "MutatingWebhookConfiguration");
}
