using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>The <c>sync</c> of a <see cref="FluxInstance"/>: the operator makes a source and a Kustomization of it.</summary>
public sealed class FluxSync
{
    private readonly string ownerNamespace;

    internal FluxSync(YamlMapping node, string ownerNamespace)
    {
        Node = node;
        this.ownerNamespace = ownerNamespace;
    }

    /// <summary>The mapping.</summary>
    public YamlMapping Node { get; }

    /// <summary>Name of the source and of the Kustomization: that of the instance's namespace unless another is said.</summary>
    public string Name => Node.Text("name") is { Length: > 0 } name ? name : ownerNamespace;

    /// <summary>Kind of the source: <c>GitRepository</c>, <c>OCIRepository</c> or <c>Bucket</c>.</summary>
    public YamlScalar? Kind => Node.Scalar("kind");

    /// <summary>Where the source is.</summary>
    public YamlScalar? Url => Node.Scalar("url");

    /// <summary>A Git reference such as <c>refs/heads/main</c>, a tag, or the name of a bucket.</summary>
    public YamlScalar? Reference => Node.Scalar("ref");

    /// <summary>The directory that the cluster starts from.</summary>
    public YamlScalar? Path => Node.Scalar("path");

    /// <summary>Whose identity opens the source; <c>generic</c> when it is absent.</summary>
    public YamlScalar? Provider => Node.Scalar("provider");

    /// <summary>Name of the Secret with credentials.</summary>
    public YamlScalar? PullSecret => Node.Scalar("pullSecret");

    /// <summary>How often the source is looked at; every minute when it is absent.</summary>
    public YamlScalar? Interval => Node.Scalar("interval");
}
