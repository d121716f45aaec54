using System.Collections.Immutable;

namespace FluxLint.Fleet;

/// <summary>Clusters of one class with the same releases at the same versions.</summary>
/// <param name="Clusters">The clusters.</param>
/// <param name="Cells">What they have of each release of the matrix; null where they lack it.</param>
internal sealed record FleetRow(ImmutableArray<ClusterOverview> Clusters, ImmutableArray<FleetCell?> Cells);
