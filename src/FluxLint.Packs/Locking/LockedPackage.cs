namespace FluxLint.Packs.Locking;

/// <summary>A package, as it was restored.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="ContentHash">The SHA-512 of the package in base 64, as NuGet has it.</param>
/// <param name="Dependencies">The ranges of the packages that it depends on, by id.</param>
/// <param name="Assemblies">The SHA-512 of each assembly that is loaded, in base 64, by its path in the package.</param>
internal sealed record LockedPackage(string Id, string Version, string ContentHash, SortedDictionary<string, string> Dependencies, SortedDictionary<string, string> Assemblies)
{
    /// <summary>Its folder in a folder of packages, as NuGet lays them out.</summary>
    public string FolderIn(string packages) => Path.Join(packages, Id.ToLowerInvariant(), Version.ToLowerInvariant());
}
