using System.Collections.Immutable;

namespace FluxLint.Cli.Starting;

/// <summary>A file of a new cluster.</summary>
/// <param name="Path">Path from the repository root.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record SkeletonFile(string Path, ImmutableArray<byte> Content);
