using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>What is in a patch.</summary>
/// <param name="Documents">The documents that are not empty.</param>
/// <param name="StartsEmpty">Whether the first document is empty, so that the patch could be one of JSON 6902 without operations.</param>
/// <param name="IsBlank">Whether there is no text at all.</param>
internal sealed record PatchText(List<YamlNode> Documents, bool StartsEmpty, bool IsBlank)
{
    /// <summary>Reads a patch; null when it cannot be read, which is reported where it is.</summary>
    /// <param name="layer">The layer that it is of.</param>
    /// <param name="source">The patch, or the path of it.</param>
    /// <param name="isPath">Whether it is the path.</param>
    public static PatchText? Read(Layer layer, YamlScalar source, bool isPath)
    {
        var tree = isPath ? layer.Tree(source) : YamlTree.ParseEmbedded(source);
        if (tree is null)
            return null;
        if (tree.IsBroken)
        {
            layer.MayLack();
            if (!isPath)
                Refuse(tree.Problems[0].Location, $"this inline patch is not YAML: {tree.Problems[0].Message}");
            return null;
        }
        var isJsonPatch = tree.Documents is [{ Root: YamlSequence }, ..];
        if (isPath && !isJsonPatch && DocumentCuts.FirstRefused(tree) is { } refused)
            layer.Report(refused);
        var documents = tree.Documents.Select(document => document.Expanded).OfType<YamlNode>().SelectMany(document => ResourceDocuments.Flatten(document, (node, message) => Refuse(node.Location, message))).ToList();
        var startsEmpty = tree.Documents is [] or [{ Expanded: null or YamlScalar { IsNull: true } or YamlSequence { Items: [] } }, ..];
        return new(documents, startsEmpty, isPath ? tree.Source.Text.Length == 0 : source.Value.Length == 0);

        void Refuse(Location location, string message) => layer.Report(BuildProblemKind.Refused, location, message);
    }
}
