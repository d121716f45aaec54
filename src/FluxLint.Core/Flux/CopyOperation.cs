using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A copy operation of a <see cref="GeneratedArtifact"/>.</summary>
public sealed class CopyOperation
{
    internal CopyOperation(YamlMapping node) => Node = node;

    /// <summary>The operation.</summary>
    public YamlMapping Node { get; }

    /// <summary>The files, as <c>@alias/pattern</c>.</summary>
    public YamlScalar? From => Node.Scalar("from");

    /// <summary>Where they go, as <c>@artifact/path</c>.</summary>
    public YamlScalar? To => Node.Scalar("to");

    /// <summary>Patterns of files that are not copied.</summary>
    public YamlSequence? Exclude => Node.Sequence("exclude");

    /// <summary><c>Overwrite</c>, <c>Merge</c> or <c>Extract</c>; <c>Overwrite</c> when it is absent.</summary>
    public YamlScalar? Strategy => Node.Scalar("strategy");
}
