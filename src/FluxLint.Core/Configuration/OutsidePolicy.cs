using FluxLint.Files;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Configuration;

/// <summary>The directory of a configuration that the user named and that lies outside of the repository. Nothing else is read there.</summary>
/// <param name="Files">The directory.</param>
/// <param name="Place">Where it lies, from the repository root.</param>
internal sealed record OutsidePolicy(IFileSystem Files, string Place)
{
    /// <summary>The tree of a file; null when there is no such file.</summary>
    public YamlTree? Tree(string path) =>
        Files.FileExists(path) ? YamlTree.Parse(SourceText.Decode($"{Place}/{path}", Files.ReadAllBytes(path))) : null;
}
