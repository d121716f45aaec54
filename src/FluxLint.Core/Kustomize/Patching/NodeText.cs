using FluxLint.Syntax;

namespace FluxLint.Kustomize.Patching;

/// <summary>The text of a node where kustomize compares nodes by it.</summary>
internal static class NodeText
{
    /// <summary>A scalar as it is written, so that <c>80</c> and <c>0x50</c> differ; empty for a collection.</summary>
    public static string Of(YamlNode node) => (node as YamlScalar)?.Value ?? "";
}
