using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Kubernetes;

/// <summary>A <c>RoleBinding</c> or <c>ClusterRoleBinding</c>: whom it gives the rights of which role.</summary>
public sealed class RoleBinding
{
    private RoleBinding(YamlMapping root)
    {
        var role = root.Mapping("roleRef");
        (RoleKind, RoleName) = (role?.Text("kind"), role?.Text("name"));
        Subjects = [.. (root.Sequence("subjects")?.Items ?? []).OfType<YamlMapping>().Select(subject => new RbacSubject(subject))];
    }

    /// <summary><c>Role</c> or <c>ClusterRole</c>.</summary>
    public string? RoleKind { get; }

    /// <summary>Name of the role.</summary>
    public string? RoleName { get; }

    /// <summary>Those that get the rights.</summary>
    public ImmutableArray<RbacSubject> Subjects { get; }

    /// <summary>Reads an object; null when it is none of the two kinds.</summary>
    public static RoleBinding? Of(ResourceId id, YamlMapping root) =>
        id is { Group: KubernetesGroups.Rbac, Kind: "RoleBinding" or "ClusterRoleBinding" } ? new(root) : null;
}
