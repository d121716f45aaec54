namespace FluxLint.Packs.Locking;

/// <summary>A pack, and all packages that it takes.</summary>
/// <param name="Id">The id of its package.</param>
/// <param name="Requested">The version or range that the configuration asked for, as it was written.</param>
/// <param name="Version">The version that was taken.</param>
/// <param name="Packages">Its own package, and those that it depends on.</param>
internal sealed record LockedPack(string Id, string Requested, string Version, IReadOnlyList<LockedPackage> Packages);
