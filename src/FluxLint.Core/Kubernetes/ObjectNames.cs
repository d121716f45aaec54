namespace FluxLint.Kubernetes;

/// <summary>What the API server takes as the name of an object, by its kind.</summary>
internal static class ObjectNames
{
    // A CronJob leaves room for what it adds to the names of its Jobs.
    private const int CronJobLength = 52;

    // From this version on a Service may be named as any DNS label (feature gate RelaxedServiceNameValidation).
    private static readonly Version RelaxedServiceNames = new(1, 34);

    /// <summary>What is wrong with the name of an object; null when it is right, or as far as is known.</summary>
    public static string? Problem(ResourceId id, Version? kubernetes) => id switch
    {
        { Group: "", Kind: "Namespace" } => NameSyntax.DnsLabel(id.Name),
        { Group: "", Kind: "Service" } => kubernetes >= RelaxedServiceNames ? NameSyntax.DnsLabel(id.Name) : NameSyntax.DnsLabelWithLetter(id.Name),
        { Group: "batch", Kind: "CronJob" } when id.Name.Length > CronJobLength => $"is longer than {CronJobLength} characters",
        { Group: KubernetesGroups.Rbac or KubernetesGroups.Certificates or KubernetesGroups.ApiRegistration } or { Kind: "IPAddress" } => NameSyntax.PathSegment(id.Name),
        _ when IsAggregated(id.Group) => null,
        _ => NameSyntax.DnsSubdomain(id.Name),
    };

    /// <summary>Whether an API server of its own serves a group, by rules of its own.</summary>
    private static bool IsAggregated(string group) =>
        group.EndsWith("openshift.io", StringComparison.Ordinal) || group.EndsWith("projectcalico.org", StringComparison.Ordinal);
}
