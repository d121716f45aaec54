namespace FluxLint.Files;

/// <summary>A symbolic link to a file below the root.</summary>
/// <param name="Path">Where the link is.</param>
/// <param name="Target">The file that it leads to.</param>
internal sealed record FileLink(string Path, string Target);
