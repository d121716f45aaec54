using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>An artifact of an <see cref="ArtifactGenerator"/>.</summary>
public sealed class GeneratedArtifact
{
    internal GeneratedArtifact(YamlMapping node) => Node = node;

    /// <summary>The entry.</summary>
    public YamlMapping Node { get; }

    /// <summary>Name of the <c>ExternalArtifact</c>.</summary>
    public YamlScalar? Name => Node.Scalar("name");

    /// <summary>The source whose revision the artifact takes, as <c>@alias</c>; a digest of the content when it is absent.</summary>
    public YamlScalar? Revision => Node.Scalar("revision");

    /// <summary>What is copied, in order: later operations overwrite what earlier ones put down.</summary>
    public IEnumerable<CopyOperation> Copies => (Node.Sequence("copy")?.Items.OfType<YamlMapping>() ?? []).Select(item => new CopyOperation(item));
}
