using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Rules.Security;

/// <summary>Finds workloads whose pods have more rights than a level of the Pod Security Standards allows.</summary>
public sealed class PrivilegedWorkload : Rule
{
    private const string Enforce = "pod-security.kubernetes.io/enforce";

    private static readonly RuleOption Profile = RuleOption.Choice("profile", "The level of the Pod Security Standards that pods are held against", "baseline", "restricted");

    private static readonly RuleOption ExemptNamespaces = RuleOption.Patterns("exemptNamespaces", "The namespaces whose workloads may have any rights", WellKnownNamespaces.KubeSystem);

    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX7006",
        Title = "A workload has more rights than the Pod Security Standards allow",
        Message = "{0} {1} ({2}), which level '{3}' of the Pod Security Standards forbids",
        Category = RuleCategory.Security,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Security/PrivilegedWorkload"),
        Options = [Profile, ExemptNamespaces],
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnResource(Check);

    private static void Check(ResourceContext context)
    {
        var resource = context.Resource;
        if (resource.HasUnknownValues || resource.Pods is not { } pod)
            return;
        var profile = context.Choice(Profile);
        var violations = PodSecurity.Violations(pod, profile == "restricted" ? PodSecurityLevel.Restricted : PodSecurityLevel.Baseline).ToList();
        if (violations.Count == 0 || context.Lists(ExemptNamespaces, resource.Id.Namespace) || IsDeclared(context))
            return;
        // What an overlay took away from its base is told by OverlayWeakensBase.
        var weakened = OverlayWeakensBase.Weakened(resource).Select(field => field.Field.Value).ToHashSet();
        var causes = violations.Where(violation => !weakened.Contains(violation.Node)).GroupBy(violation => violation.Node, AtOnePlace);
        foreach (var group in causes.GroupBy(violation => (violation.Control, violation.Node.Source.Path)).Select(group => group.ToList()))
        {
            context.Report(Descriptor, group[0].Node, resource.Id.Display, group[0].Control, string.Join(", ", group.Select(violation => violation.Subject).Distinct()), profile)
                .WithRelated([.. group.Skip(1).Select(violation => new RelatedLocation(violation.Node.Location, $"{violation.Subject} as well"))]);
        }
    }

    /// <summary>All that is missing at one place, as one.</summary>
    private static PodSecurityViolation AtOnePlace(YamlNode node, IEnumerable<PodSecurityViolation> violations) =>
        new(node, string.Join(", ", violations.Select(violation => violation.Control)), violations.First().Subject);

    /// <summary>Whether the namespace says in Kubernetes' own way that its pods may have any rights.</summary>
    private static bool IsDeclared(ResourceContext context)
    {
        var key = new ObjectKey("", "Namespace", "", context.Resource.Id.Namespace);
        return context.Clusters.All(cluster => cluster.Find(key)?.Root.At("metadata", "labels", Enforce)?.ToString() == "privileged");
    }
}
