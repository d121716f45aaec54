using System.Collections.Immutable;

namespace FluxLint.Fleet;

/// <summary>What was found out about where clusters start.</summary>
/// <param name="Entries">The entry points, in ordinal order of their directories.</param>
/// <param name="Copies">The bootstrap manifests that have the path of another cluster.</param>
/// <param name="Likely">Where there is no entry point, the directories that look most like one.</param>
internal sealed record Discovery(ImmutableArray<EntryPoint> Entries, ImmutableArray<CopiedSync> Copies, ImmutableArray<string> Likely);
