namespace FluxLint.Diagnostics;

/// <summary>Which package rules came in.</summary>
/// <param name="Id">The id of the package.</param>
/// <param name="Version">Its version.</param>
internal sealed record PackIdentity(string Id, string Version);
