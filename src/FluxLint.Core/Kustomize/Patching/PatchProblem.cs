using FluxLint.Syntax;

namespace FluxLint.Kustomize.Patching;

/// <summary>Why a patch cannot be read or applied.</summary>
/// <param name="Node">The node of the patch that causes it.</param>
/// <param name="Message">What is wrong, without a full stop.</param>
internal sealed record PatchProblem(YamlNode Node, string Message)
{
    /// <summary>Whether the patch takes more than is spent on one, and may well be right.</summary>
    public bool IsLimit { get; init; }
}
