using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>Whom a role is given to (<c>ValidateRoleBinding</c>, <c>ValidateClusterRoleBinding</c>).</summary>
internal static class BindingChecks
{
    public static void Check(YamlMapping root, bool isNamespaced, ObjectReport report)
    {
        if (root.Mapping("roleRef") is { } role)
            CheckRole(role, ObjectPath.Of("roleRef"), isNamespaced, report);
        foreach (var (i, subject) in root.Mappings("subjects"))
            CheckSubject(subject, ObjectPath.Of("subjects", i), isNamespaced, report);
    }

    private static void CheckRole(YamlMapping role, ObjectPath at, bool isNamespaced, ObjectReport report)
    {
        if (role.Known("apiGroup") is { Value.Length: > 0 } group && group.Value != KubernetesGroups.Rbac)
            report.Add(group, $"'{at["apiGroup"]}' must be '{KubernetesGroups.Rbac}', not '{group.Value}'");
        if (role.Known("kind") is { } kind && kind.Value != "ClusterRole" && !(isNamespaced && kind.Value == "Role"))
            report.Add(kind, $"'{at["kind"]}' must be {(isNamespaced ? "'Role' or " : "")}'ClusterRole', not '{kind.Value}'");
        if (role.Known("name") is { Value: "" } name)
            report.Add(name, $"'{at["name"]}' must not be empty");
    }

    private static void CheckSubject(YamlMapping subject, ObjectPath at, bool isNamespaced, ObjectReport report)
    {
        if (subject.Known("name") is { Value: "" } name)
            report.Add(name, $"'{at["name"]}' must not be empty");
        if (subject.Known("kind") is not { } kind)
            return;
        var group = subject.Known("apiGroup");
        switch (kind.Value)
        {
            case "ServiceAccount":
                if (group is { Value.Length: > 0 })
                    report.Add(group, $"'{at["apiGroup"]}' must be empty for a ServiceAccount, not '{group.Value}'");
                if (!isNamespaced && subject.Lacks("namespace"))
                    report.Add(subject["name"] ?? subject.Start(), $"'{at["namespace"]}' is needed in a ClusterRoleBinding");
                if (subject.Known("name") is { Value.Length: > 0 } account && NameSyntax.DnsSubdomain(account.Value) is { } problem)
                    report.Add(account, $"'{at["name"]}' is '{account.Value}', and the name of a ServiceAccount {problem}");
                break;
            case "User" or "Group":
                if (group is { Value.Length: > 0 } && group.Value != KubernetesGroups.Rbac)
                    report.Add(group, $"'{at["apiGroup"]}' must be '{KubernetesGroups.Rbac}' for a {kind.Value}, not '{group.Value}'");
                break;
            default:
                report.Add(kind, $"'{at["kind"]}' must be 'ServiceAccount', 'User' or 'Group', not '{kind.Value}'");
                break;
        }
    }
}
