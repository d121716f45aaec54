using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>An entry of <c>dependsOn</c>: an object that must be ready first.</summary>
public sealed class DependencyReference
{
    private DependencyReference(YamlMapping node, string group, string kind, string @namespace)
    {
        Node = node;
        Group = group;
        Kind = kind;
        Namespace = @namespace;
    }

    /// <summary>The entry.</summary>
    public YamlMapping Node { get; }

    /// <summary>API group of the object.</summary>
    public string Group { get; }

    /// <summary>Kind of the object; empty when a <see cref="ResourceSet"/> names none.</summary>
    public string Kind { get; }

    /// <summary>Name of the object.</summary>
    public YamlScalar? Name => Node.Scalar("name");

    /// <summary>Namespace of the object; empty for one without a namespace.</summary>
    public string Namespace { get; }

    /// <summary>The CEL expression that says when the object is ready, in place of its <c>Ready</c> condition.</summary>
    public YamlScalar? ReadyExpression => Node.Scalar("readyExpr");

    /// <summary>A dependency on an object of the same kind, by default in the same namespace.</summary>
    internal static DependencyReference OnSameKind(YamlMapping node, ResourceId owner) =>
        new(node, owner.Group, owner.Kind, node.Text("namespace") ?? owner.Namespace);

    /// <summary>A dependency on an object of any kind. Without a namespace it has none: flux-operator looks for it as it is written.</summary>
    internal static DependencyReference OnAnyKind(YamlMapping node)
    {
        var id = ResourceId.Of(node);
        return new(node, id.Group, id.Kind, node.Text("namespace") ?? "");
    }
}
