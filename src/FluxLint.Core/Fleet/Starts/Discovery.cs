using System.Collections.Immutable;

namespace FluxLint.Fleet;

/// <summary>What was found out about where clusters start.</summary>
/// <param name="Entries">The entry points, in ordinal order of their directories.</param>
/// <param name="Likely">Where there is no entry point, the directories that look most like one.</param>
internal sealed record Discovery(ImmutableArray<EntryPoint> Entries, ImmutableArray<string> Likely);
