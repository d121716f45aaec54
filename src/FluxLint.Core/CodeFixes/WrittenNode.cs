using FluxLint.Syntax;

namespace FluxLint.CodeFixes;

/// <summary>A node as its file has it, and where it stands there.</summary>
/// <param name="Node">The node.</param>
/// <param name="Tree">The tree that it belongs to: that of the file, or of the block scalar that it is written in.</param>
/// <param name="IsJson">Whether it must stay JSON.</param>
internal sealed record WrittenNode(YamlNode Node, YamlTree Tree, bool IsJson)
{
    /// <summary>Whether it stands in braces or brackets.</summary>
    public bool IsInFlow { get; init; }

    /// <summary>Whether it is a key.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether it stands below an anchor, so that an edit would change what aliases stand for, too.</summary>
    public bool IsShared { get; init; }
}
