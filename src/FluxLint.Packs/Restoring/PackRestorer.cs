using FluxLint.Configuration;
using FluxLint.Packs.Locking;
using NuGet.Packaging.Core;
using NuGet.Versioning;

namespace FluxLint.Packs.Restoring;

/// <summary>Fetches packs and writes down what they are.</summary>
internal sealed class PackRestorer(PackageFeeds feeds, string folder)
{
    private readonly PackageGraph graph = new(feeds);

    /// <summary>The lock for some packs, whose packages are all in the folder then.</summary>
    /// <param name="references">The packs that are configured.</param>
    /// <param name="before">The lock that there was; null for none. What it has for a pack holds as long as the pack asks for the same.</param>
    /// <param name="isUpdated">Whether a pack is to be looked for anew all the same.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="PackException">Something cannot be had.</exception>
    public async Task<PackLock> Restore(IEnumerable<PackReference> references, PackLock? before, Func<string, bool> isUpdated, CancellationToken cancellation)
    {
        var packs = new List<LockedPack>();
        foreach (var reference in references.OrderBy(reference => reference.Id.Value, StringComparer.OrdinalIgnoreCase))
        {
            var known = before?.Find(reference.Id.Value);
            packs.Add(known is not null && known.Requested == reference.Version.Value && RequestedVersion.Of(reference).Accepts(known.Version) && !isUpdated(known.Id)
                ? await Fetch(known, cancellation)
                : await Resolve(reference, cancellation));
        }
        return new(PackLock.CurrentVersion, packs);
    }

    /// <summary>Fetches what is locked; anything else than that is an error.</summary>
    private async Task<LockedPack> Fetch(LockedPack pack, CancellationToken cancellation)
    {
        foreach (var locked in pack.Packages)
        {
            var package = new PackageIdentity(locked.Id, Parse(locked.Version) ?? throw new PackException($"{PackLock.FileName} has {locked.Id} '{locked.Version}', which is no version"));
            await feeds.Fetch(package, cancellation);
            var found = RestoredPackage.Read(package, [], folder, cancellation);
            if (found.ContentHash != locked.ContentHash)
                throw new PackException($"{locked.Id} {locked.Version} has another content than the one in {PackLock.FileName}: the package, or the lock, was changed. If that is meant, 'fluxlint packs update {pack.Id}' locks what there is now");
            if (!found.Assemblies.SequenceEqual(locked.Assemblies))
                throw new PackException($"{PackLock.FileName} has other assemblies of {locked.Id} {locked.Version} than the package: the lock was changed. 'fluxlint packs update {pack.Id}' writes it anew");
        }
        return LockedGraph.ProblemOf(pack, folder) is { } problem ? throw new PackException($"{problem}: the lock was changed. 'fluxlint packs update {pack.Id}' writes it anew") : pack;
    }

    private async Task<LockedPack> Resolve(PackReference reference, CancellationToken cancellation)
    {
        var id = reference.Id.Value;
        var wanted = RequestedVersion.Of(reference);
        var versions = await graph.VersionsOf(id, cancellation);
        var version = versions.Where(candidate => wanted.Accepts(candidate)).Max()
            ?? throw new PackException($"there is no {id} {reference.Version.Value}; there is {string.Join(", ", versions.OrderDescending().Take(5).Select(found => found.ToNormalizedString()))}");
        var packages = new List<LockedPackage>();
        foreach (var package in await graph.Resolve(new(id, version), cancellation))
        {
            await feeds.Fetch(new(package.Id, package.Version), cancellation);
            packages.Add(RestoredPackage.Read(new(package.Id, package.Version), package.Dependencies, folder, cancellation));
        }
        if (packages.Find(package => package.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) is not { Assemblies.Count: > 0 })
            throw new PackException($"{id} {version} has no assembly below lib/{PackageGraph.Framework.GetShortFolderName()}");
        return new(id, reference.Version.Value, version.ToNormalizedString(), packages);
    }

    private static NuGetVersion? Parse(string text) => NuGetVersion.TryParse(text, out var version) ? version : null;
}
