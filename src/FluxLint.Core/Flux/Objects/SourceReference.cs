using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A reference of a Flux object to a source, such as <c>sourceRef</c> or <c>chartRef</c>.</summary>
public sealed class SourceReference
{
    private readonly string ownerNamespace;
    private readonly string? defaultKind;
    private ObjectKey? key;

    private SourceReference(YamlMapping node, string ownerNamespace, string? defaultKind)
    {
        Node = node;
        this.ownerNamespace = ownerNamespace;
        this.defaultKind = defaultKind;
    }

    /// <summary>The API group of sources.</summary>
    public const string Group = FluxGroups.Source;

    /// <summary>The reference as a whole.</summary>
    public YamlMapping Node { get; }

    /// <summary>Kind of the source, such as <c>HelmRepository</c>.</summary>
    public string? Kind => Node.Text("kind") ?? defaultKind;

    /// <summary>Name of the source.</summary>
    public YamlScalar? Name => Node.Scalar("name");

    /// <summary>Namespace of the source: that of the object itself unless the reference says otherwise.</summary>
    public string Namespace => Node.Text("namespace") ?? ownerNamespace;

    /// <summary>What names the source in the cluster.</summary>
    public ObjectKey Key => key ??= new(Group, Kind ?? "", Namespace, Name?.Value ?? "");

    /// <summary>The <c>spec.sourceRef</c> of a Flux object; null when it has none.</summary>
    internal static SourceReference? Of(Resource resource) => Of(resource.Root.Mapping("spec")?.Mapping("sourceRef"), resource.Id.Namespace);

    /// <summary>Reads a reference; null when there is none.</summary>
    internal static SourceReference? Of(YamlMapping? node, string ownerNamespace, string? defaultKind = null) =>
        node is null ? null : new(node, ownerNamespace, defaultKind);

    /// <summary>Reads a reference that is there.</summary>
    internal static SourceReference To(YamlMapping node, string ownerNamespace) => new(node, ownerNamespace, defaultKind: null);
}
