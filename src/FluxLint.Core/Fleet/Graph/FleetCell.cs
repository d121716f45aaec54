namespace FluxLint.Fleet;

/// <summary>A release of a cluster.</summary>
/// <param name="Version">The version or range that it asks for; empty when it asks for none, or when that is not known.</param>
/// <param name="IsSkewed">Whether most clusters of the class have another.</param>
internal sealed record FleetCell(string Version, bool IsSkewed);
