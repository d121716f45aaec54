using FluxLint.Syntax;

namespace FluxLint.Kubernetes;

/// <summary>A user, group or service account that a binding gives rights to.</summary>
/// <param name="Node">The subject as it is written.</param>
public sealed record RbacSubject(YamlMapping Node)
{
    /// <summary><c>User</c>, <c>Group</c> or <c>ServiceAccount</c>.</summary>
    public string? Kind => Node.Text("kind");

    /// <summary>Its name.</summary>
    public YamlScalar? Name => Node.Scalar("name");

    /// <summary>Namespace of a service account.</summary>
    public string? Namespace => Node.Text("namespace");
}
