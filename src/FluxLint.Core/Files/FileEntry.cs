namespace FluxLint.Files;

/// <summary>An entry of a directory.</summary>
/// <param name="Name">The name without the directory.</param>
/// <param name="Kind">What it is, without following links.</param>
public sealed record FileEntry(string Name, FileKind Kind);
