namespace FluxLint.Cli.Git;

/// <summary>What a revision has at a path.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The name of its object.</param>
internal sealed record GitEntry(GitEntryKind Kind, string Id);
