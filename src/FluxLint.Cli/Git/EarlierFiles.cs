using System.Collections.Immutable;

namespace FluxLint.Cli.Git;

/// <summary>How the files of a revision differ from those at hand.</summary>
/// <param name="Edits">What each file held then, and null for files and directories that were not there; null when contents alone do not say how the two differ, as where a link was.</param>
/// <param name="Notes">What git keeps elsewhere, so that it is not compared.</param>
internal sealed record EarlierFiles(IReadOnlyCollection<KeyValuePair<string, ImmutableArray<byte>?>>? Edits, ImmutableArray<string> Notes);
