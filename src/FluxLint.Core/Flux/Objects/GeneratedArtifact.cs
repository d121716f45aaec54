using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>An artifact of an <see cref="ArtifactGenerator"/>.</summary>
public sealed class GeneratedArtifact
{
    private readonly string ownerNamespace;

    internal GeneratedArtifact(YamlMapping node, string ownerNamespace)
    {
        Node = node;
        this.ownerNamespace = ownerNamespace;
    }

    /// <summary>The entry.</summary>
    public YamlMapping Node { get; }

    /// <summary>Name of the <c>ExternalArtifact</c>.</summary>
    public YamlScalar? Name => Node.Scalar("name");

    /// <summary>Namespace of the <c>ExternalArtifact</c>: that of the generator unless another is said.</summary>
    public string Namespace => Node.Text("namespace") ?? ownerNamespace;

    /// <summary>The source whose revision the artifact takes, as <c>@alias</c>; a digest of the content when it is absent.</summary>
    public YamlScalar? Revision => Node.Scalar("revision");

    /// <summary>The source whose origin the artifact tells of, as <c>@alias</c>.</summary>
    public YamlScalar? OriginRevision => Node.Scalar("originRevision");

    /// <summary>What is copied, in order: later operations overwrite what earlier ones put down.</summary>
    public IEnumerable<CopyOperation> Copies => (Node.Sequence("copy")?.Items.OfType<YamlMapping>() ?? []).Select(item => new CopyOperation(item));
}
