using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Rules.Security;

/// <summary>Finds selectors of labels that nothing in their namespace has.</summary>
public sealed class SelectorWithoutMatch : Rule
{
    private const string Monitoring = "monitoring.coreos.com";

    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX7010",
        Title = "A selector matches nothing",
        Message = "{0} selects {1} with '{2}: {3}', and none in namespace '{4}' matches",
        Category = RuleCategory.Security,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Security/SelectorWithoutMatch"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        var resources = context.Cluster.OwnResources.Where(context.Cluster.Keeps).ToList();
        var pods = new Lazy<ILookup<string, Labelled>>(() => resources.Select(Labelled.Pods).OfType<Labelled>().ToLookup(pod => pod.Resource.Id.Namespace));
        var services = new Lazy<ILookup<string, Labelled>>(() => resources.Where(resource => resource.Id is { Group: "", Kind: "Service" }).Select(Labelled.Itself).ToLookup(service => service.Resource.Id.Namespace));
        foreach (var resource in resources)
        {
            if (resource.HasUnknownValues || SelectorOf(resource) is not { IsEmpty: false, Labels: not null } selector)
                continue;
            var isOfServices = resource.Id is { Group: Monitoring, Kind: "ServiceMonitor" };
            Check(context, resource, selector, isOfServices ? "Services" : "pods", [.. (isOfServices ? services : pods).Value[resource.Id.Namespace]]);
        }
    }

    private static void Check(ClusterContext context, Resource resource, LabelSelector selector, string what, ImmutableArray<Labelled> candidates)
    {
        var place = resource.Id.Namespace;
        // Charts, operators and the platform make what is not seen, and where nothing is seen, somebody else runs it.
        if (place.Length == 0 || place.StartsWith("kube-", StringComparison.Ordinal) || candidates.IsEmpty || context.Model.Provisions.MayHide(place) || context.Cluster.MayBring(new("apps", "Deployment", place, "")))
            return;
        if (candidates.Any(candidate => candidate.MayMatch(selector)))
            return;
        var nearest = candidates.MinBy(candidate => selector.Mismatches(candidate.Labels).Count()) ?? candidates[0];
        var entry = selector.Mismatches(nearest.Labels).First();
        var value = (YamlScalar)entry.Value;
        var actual = nearest.Labels?.Text(entry.Name ?? "");
        // A policy may wait for pods that something makes at run time, such as jobs of a pipeline; a slip looks like what is there.
        if (resource.Id.Kind == "NetworkPolicy" && (actual is null || NearestName.Find(value.Value, [actual]) is null))
            return;
        context.Report(Descriptor, resource.PlaceOf(value), resource.Id.Display, what, entry.Name, value.Value, place)
            .WithHelp(actual is null ? null : new Suggestion(actual).Question)
            .WithRelated(nearest.Resource.Location, $"{nearest.Resource.Id.Display} has {(actual is null ? $"no label '{entry.Name}'" : $"'{entry.Name}: {actual}'")}");
    }

    /// <summary>The labels that an object asks for; null when it has no selector, or one for more than its namespace.</summary>
    private static LabelSelector? SelectorOf(Resource resource) => resource.Id switch
    {
        { Group: "", Kind: "Service" } => resource.Root.At("spec", "selector") is YamlMapping labels ? LabelSelector.OfService(labels) : null,
        { Group: "policy", Kind: "PodDisruptionBudget" } => Labels(resource.Root.At("spec", "selector")),
        { Group: KubernetesGroups.Networking, Kind: "NetworkPolicy" } => Labels(resource.Root.At("spec", "podSelector")),
        { Group: Monitoring, Kind: "ServiceMonitor" or "PodMonitor" } when resource.Root.At("spec", "namespaceSelector") is null => Labels(resource.Root.At("spec", "selector")),
        _ => null,
    };

    private static LabelSelector? Labels(YamlNode? selector) => selector is YamlMapping mapping ? LabelSelector.Of(mapping) : null;

    /// <summary>Something that may be selected, and its labels.</summary>
    private sealed record Labelled(Resource Resource, YamlMapping? Labels)
    {
        // These labels are those of workloads by convention; others may be set by a controller while the pod runs.
        private static readonly string[] WrittenLabels = ["app", "component", "k8s-app", "name", "tier"];

        public static Labelled Itself(Resource resource) => new(resource, resource.Root.At("metadata", "labels") as YamlMapping);

        public static Labelled? Pods(Resource resource) =>
            resource.Pods is { } pod ? new(resource, pod.Labels) : null;

        public bool MayMatch(LabelSelector selector) => Resource.HasUnknownValues || selector.Mismatches(Labels).All(entry => Labels?.Contains(entry.Name ?? "") != true && !IsWritten(entry.Name));

        private static bool IsWritten(string? label) => label?.StartsWith("app.kubernetes.io/", StringComparison.Ordinal) == true || WrittenLabels.Contains(label);
    }
}
