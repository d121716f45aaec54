using System.Security.Cryptography;
using FluxLint.Packs.Locking;
using NuGet.Frameworks;
using NuGet.Packaging;
using NuGet.Packaging.Core;

namespace FluxLint.Packs.Restoring;

/// <summary>Reads what a lock says of a package, from the package itself and not from what lies unpacked beside it.</summary>
internal static class RestoredPackage
{
    /// <summary>The entry for a package that is in the folder.</summary>
    /// <param name="package">The package.</param>
    /// <param name="dependencies">What it depends on.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="PackException">It is not whole.</exception>
    public static LockedPackage Read(PackageIdentity package, IEnumerable<PackageDependency> dependencies, string folder, CancellationToken cancellation)
    {
        var layout = new VersionFolderPathResolver(folder);
        var file = layout.GetPackageFilePath(package.Id, package.Version);
        if (!File.Exists(file))
            throw new PackException($"'{file}' is missing: delete '{layout.GetInstallPath(package.Id, package.Version)}', and restore again");
        try
        {
            using var reader = new PackageArchiveReader(file);
            return Read(reader, package, dependencies, folder, cancellation);
        }
        catch (Exception broken) when (broken is InvalidDataException or PackagingException)
        {
            throw new PackException($"'{file}' is no whole package ({broken.Message.TrimEnd('.')}): delete '{layout.GetInstallPath(package.Id, package.Version)}', and restore again", broken);
        }
    }

    private static LockedPackage Read(PackageArchiveReader reader, PackageIdentity package, IEnumerable<PackageDependency> dependencies, string folder, CancellationToken cancellation)
    {
        var layout = new VersionFolderPathResolver(folder);
        var file = layout.GetPackageFilePath(package.Id, package.Version);
        var assemblies = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Assemblies(reader, package))
        {
            if (!PackLockFile.IsPath(path))
                throw new PackException($"{package.Id} {package.Version} has '{path}', which is no path of an assembly everywhere");
            using var content = reader.GetStream(path);
            var hash = Convert.ToBase64String(SHA512.HashData(content));
            var unpacked = Path.Join(layout.GetInstallPath(package.Id, package.Version), path);
            if (!File.Exists(unpacked) || HashOf(unpacked) != hash)
                throw new PackException($"'{unpacked}' is not what '{Path.GetFileName(file)}' has: delete '{layout.GetInstallPath(package.Id, package.Version)}', and restore again");
            if (!assemblies.TryAdd(path, hash))
                throw new PackException($"{package.Id} {package.Version} has '{path}' twice");
        }
        return new(
            package.Id,
            package.Version.ToNormalizedString(),
            reader.GetContentHash(cancellation, () => HashOf(file)),
            new(dependencies.ToDictionary(dependency => dependency.Id, dependency => dependency.VersionRange.ToNormalizedString()), StringComparer.OrdinalIgnoreCase),
            assemblies);
    }

    private static IEnumerable<string> Assemblies(PackageArchiveReader reader, PackageIdentity package)
    {
        var groups = reader.GetLibItems().ToList();
        if (groups.Count > 0 && NuGetFrameworkUtility.GetNearest(groups, PackageGraph.Framework, group => group.TargetFramework) is null)
            throw new PackException($"{package.Id} {package.Version} has nothing for {PackageGraph.Framework.GetShortFolderName()}, only for {string.Join(", ", groups.Select(group => group.TargetFramework.GetShortFolderName()))}");
        // Texts in other languages are in folders below.
        return (NuGetFrameworkUtility.GetNearest(groups, PackageGraph.Framework, group => group.TargetFramework)?.Items ?? [])
            .Where(path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && path.Count(c => c == '/') == 2);
    }

    private static string HashOf(string file)
    {
        using var content = File.OpenRead(file);
        return Convert.ToBase64String(SHA512.HashData(content));
    }
}
