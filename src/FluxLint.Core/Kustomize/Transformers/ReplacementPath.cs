using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>A field that a replacement writes to.</summary>
/// <param name="Node">Where it is named.</param>
/// <param name="Text">The path as written.</param>
/// <param name="Steps">The steps of the path.</param>
internal sealed record ReplacementPath(YamlNode Node, string Text, ImmutableArray<string> Steps)
{
    public static ReplacementPath Of(YamlNode node, string text) => new(node, text, DottedPath.Split(text));
}
