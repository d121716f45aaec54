using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Rules.Namespaces;

/// <summary>Finds accounts of tenants and apps that are administrators of the whole cluster.</summary>
public sealed class ClusterAdminBinding : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX6007",
        Title = "An account of a tenant or an app is cluster administrator",
        Message = "{0} gives {1} every right {2}",
        Category = RuleCategory.Namespaces,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Namespaces/ClusterAdminBinding"),
    };

    private const string AccountPrefix = "system:serviceaccount:";

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
        registry.OnResource(KubernetesGroups.Rbac, "ClusterRoleBinding", context => Check(context, "on the cluster"));
        registry.OnResource(KubernetesGroups.Rbac, "RoleBinding", CheckNamespace);
    }

    /// <summary>Inside of a tenant's own namespace the role is what Flux itself gives tenants; in that of the platform it leads to the whole cluster.</summary>
    private static void CheckNamespace(ResourceContext context)
    {
        if (IsPlatform(context.Resource.Id.Namespace))
            Check(context, $"in namespace '{context.Resource.Id.Namespace}'");
    }

    private static void Check(ResourceContext context, string where)
    {
        var root = context.Resource.Root;
        if (context.Resource.HasUnknownValues || RoleBinding.Of(context.Resource.Id, root) is not { RoleKind: "ClusterRole", RoleName: "cluster-admin" } binding)
            return;
        // The controllers of Flux, in whatever namespace they are.
        if (root.At("metadata", "labels", "app.kubernetes.io/part-of") is YamlScalar { Value: "flux" })
            return;
        foreach (var subject in binding.Subjects)
        {
            if (subject.Name is { } name && Describe(subject, name.Value) is { } account)
                context.Report(Descriptor, name, context.Resource.Id.Display, account, where).WithHelp("bind a role with the rights that it needs, in the namespaces where it needs them");
        }
    }

    /// <summary>The accounts that a subject stands for; null when they are the platform's, people, or not known.</summary>
    private static string? Describe(RbacSubject subject, string name) => subject.Kind switch
    {
        "ServiceAccount" when subject.Namespace is { } @namespace => DescribeAccount(@namespace, name),
        "User" when name.StartsWith(AccountPrefix, StringComparison.Ordinal) && name[AccountPrefix.Length..].Split(':') is [var @namespace, var account] => DescribeAccount(@namespace, account),
        "Group" when name is "system:serviceaccounts" or "system:authenticated" or "system:unauthenticated" => $"everyone in group '{name}'",
        "User" when name == "system:anonymous" => "everyone",
        _ => null,
    };

    private static string? DescribeAccount(string @namespace, string name) =>
        IsPlatform(@namespace) || @namespace.HasVariable() ? null : $"ServiceAccount '{name}' of namespace '{@namespace}'";

    private static bool IsPlatform(string @namespace) => @namespace is WellKnownNamespaces.KubeSystem or WellKnownNamespaces.FluxSystem;
}
