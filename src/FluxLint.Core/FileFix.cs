using FluxLint.Text;

namespace FluxLint;

/// <summary>A file that fixes change.</summary>
/// <param name="Before">The file as it was read.</param>
/// <param name="After">The file with the fixes.</param>
public sealed record FileFix(SourceText Before, SourceText After)
{
    /// <summary>Path from the repository root.</summary>
    public string Path => Before.Path;
}
