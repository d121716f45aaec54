using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>An entry of <c>dependsOn</c>: an object that must be ready first.</summary>
public sealed class DependencyReference
{
    private ObjectKey? key;

    private DependencyReference(YamlMapping node, string group, string kind, string @namespace, bool needsReady)
    {
        Node = node;
        Group = group;
        Kind = kind;
        Namespace = @namespace;
        NeedsReady = needsReady && ReadyExpression is null;
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

    /// <summary>Whether the <c>Ready</c> condition of the object counts; without it the object has to exist, or to meet <see cref="ReadyExpression"/>.</summary>
    public bool NeedsReady { get; }

    /// <summary>The name of the object in its cluster; null when the entry has none, or one that is not known.</summary>
    public ObjectKey? Key => key ??= Name is { } name && !name.HasVariable() && !Namespace.HasVariable() && !Kind.HasVariable()
        ? new(Group, Kind, Namespace, name.Value)
        : null;

    /// <summary>A dependency on an object of the same kind, by default in the same namespace.</summary>
    internal static DependencyReference OnSameKind(YamlMapping node, ResourceId owner) =>
        new(node, owner.Group, owner.Kind, node.Text("namespace") ?? owner.Namespace, needsReady: true);

    /// <summary>A dependency of a HelmRelease: on another one unless it names a kind (helm-controller, api/v2/reference_types.go).</summary>
    internal static DependencyReference OfRelease(YamlMapping node, ResourceId owner)
    {
        if (node.Text("kind") is not { } kind || kind == owner.Kind)
            return new(node, owner.Group, owner.Kind, node.Text("namespace") ?? owner.Namespace, node["ready"] is null || node.IsTrue("ready"));
        return new(node, ResourceId.Of(node).Group, kind, node.Text("namespace") ?? owner.Namespace, node.IsTrue("ready"));
    }

    /// <summary>A dependency on an object of any kind. Without a namespace it has none: flux-operator looks for it as it is written.</summary>
    internal static DependencyReference OnAnyKind(YamlMapping node)
    {
        var id = ResourceId.Of(node);
        return new(node, id.Group, id.Kind, node.Text("namespace") ?? "", node.IsTrue("ready"));
    }
}
