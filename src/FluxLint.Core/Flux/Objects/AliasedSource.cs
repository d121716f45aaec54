using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A source of an <see cref="ArtifactGenerator"/>.</summary>
public sealed class AliasedSource
{
    internal AliasedSource(YamlMapping node, string ownerNamespace)
    {
        Node = node;
        Reference = SourceReference.To(node, ownerNamespace);
    }

    /// <summary>The entry.</summary>
    public YamlMapping Node { get; }

    /// <summary>What copy operations call the source, without the leading <c>@</c>.</summary>
    public YamlScalar? Alias => Node.Scalar("alias");

    /// <summary>The source.</summary>
    public SourceReference Reference { get; }
}
