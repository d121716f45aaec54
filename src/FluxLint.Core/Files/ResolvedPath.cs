namespace FluxLint.Files;

/// <summary>A path whose symbolic links have been followed.</summary>
/// <param name="Kind">Where it ends.</param>
/// <param name="Path">The final path from the root, free of links; empty unless <paramref name="Kind"/> is <see cref="ResolvedPathKind.Inside"/>.</param>
public sealed record ResolvedPath(ResolvedPathKind Kind, string Path)
{
    internal static ResolvedPath Outside { get; } = new(ResolvedPathKind.Outside, "");

    internal static ResolvedPath Broken { get; } = new(ResolvedPathKind.Broken, "");

    internal static ResolvedPath Inside(string path) => new(ResolvedPathKind.Inside, path);
}
