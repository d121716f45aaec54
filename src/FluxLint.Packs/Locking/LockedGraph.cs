using NuGet.Versioning;

namespace FluxLint.Packs.Locking;

/// <summary>
/// Holds the packages of a lock against what the packages say themselves. Who allows a pack allows what that depends on, and nothing else
/// that somebody writes into a lock.
/// </summary>
internal static class LockedGraph
{
    /// <summary>What every pack shares with us, and what comes with that.</summary>
    public const string Shared = "FluxLint.Core";

    /// <summary>What is wrong with the packages of a pack, without a full stop; null when nothing is.</summary>
    /// <param name="pack">The entry of the lock.</param>
    /// <param name="folder">The folder of packages, in which they lie.</param>
    /// <exception cref="PackException">A package does not say what it depends on.</exception>
    public static string? ProblemOf(LockedPack pack, string folder)
    {
        // Its own package is there, or the lock would not be one.
        if (pack.Packages.Count == 1)
            return null;
        var open = pack.Packages.ToDictionary(package => package.Id, StringComparer.OrdinalIgnoreCase);
        var reached = new Queue<LockedPackage>();
        if (open.Remove(pack.Id, out var own))
            reached.Enqueue(own);
        while (reached.TryDequeue(out var package))
        {
            var manifest = PackageManifest.Read(package, folder);
            if (!manifest.Id.Equals(package.Id, StringComparison.OrdinalIgnoreCase))
                return $"the package in '{package.FolderIn(folder)}' is {manifest.Id}, and not {package.Id}";
            foreach (var dependency in manifest.Dependencies.Where(dependency => !dependency.Key.Equals(Shared, StringComparison.OrdinalIgnoreCase)))
            {
                var locked = pack.Packages.FirstOrDefault(candidate => candidate.Id.Equals(dependency.Key, StringComparison.OrdinalIgnoreCase));
                if (locked is not null && !dependency.Any(range => Accepts(range, locked.Version)))
                    return $"{PackLock.FileName} has {locked.Id} {locked.Version}, and {package.Id} {package.Version} depends on {string.Join(" or ", dependency.Distinct())}";
                if (open.Remove(dependency.Key, out var next))
                    reached.Enqueue(next);
            }
        }
        return open.Count == 0 ? null : $"{PackLock.FileName} has {open.Values.First().Id}, which {pack.Id} {pack.Version} does not depend on";
    }

    private static bool Accepts(string range, string version) =>
        NuGetVersion.TryParse(version, out var parsed) && (range.Length == 0 || (VersionRange.TryParse(range, out var accepted) && accepted.Satisfies(parsed)));
}
