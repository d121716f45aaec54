using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A reference of a Flux object to another object by kind and name.</summary>
public sealed class ObjectReference
{
    private readonly string defaultNamespace;
    private readonly string? defaultKind;

    internal ObjectReference(YamlMapping node, string defaultNamespace, string? defaultKind = null)
    {
        Node = node;
        this.defaultNamespace = defaultNamespace;
        this.defaultKind = defaultKind;
    }

    /// <summary>The reference as a whole.</summary>
    public YamlMapping Node { get; }

    /// <summary>API version of the object, where the reference says it.</summary>
    public YamlScalar? ApiVersion => Node.Scalar("apiVersion");

    /// <summary>Kind of the object.</summary>
    public string? Kind => Node.Text("kind") ?? defaultKind;

    /// <summary>Name of the object; <c>*</c> where the reference may mean all of a kind.</summary>
    public YamlScalar? Name => Node.Scalar("name");

    /// <summary>Namespace of the object: that of the referring object unless the reference says otherwise.</summary>
    public string Namespace => Node.Text("namespace") ?? defaultNamespace;

    /// <summary>Labels that narrow a reference to all of a kind.</summary>
    public YamlMapping? MatchLabels => Node.Mapping("matchLabels");
}
