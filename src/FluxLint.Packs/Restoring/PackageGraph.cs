using FluxLint.Packs.Locking;
using NuGet.Common;
using NuGet.Frameworks;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Protocol.Core.Types;
using NuGet.Resolver;
using NuGet.Versioning;

namespace FluxLint.Packs.Restoring;

/// <summary>Finds the packages that a pack takes: of each the lowest version that all who depend on it accept, as NuGet has it.</summary>
internal sealed class PackageGraph(PackageFeeds feeds)
{
    /// <summary>More packages than this are no pack, but a mistake or a trap.</summary>
    private const int MostPackages = 500;

    public static readonly NuGetFramework Framework = NuGetFramework.Parse("net10.0");

    private readonly Dictionary<string, IReadOnlyList<NuGetVersion>> versions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<PackageIdentity, SourcePackageDependencyInfo> candidates = [];

    /// <summary>The pack, and all that it depends on.</summary>
    /// <exception cref="PackException">There is no such set of packages.</exception>
    public async Task<IReadOnlyList<SourcePackageDependencyInfo>> Resolve(PackageIdentity pack, CancellationToken cancellation)
    {
        var open = new Queue<PackageIdentity>([pack]);
        while (open.TryDequeue(out var package))
        {
            if (candidates.ContainsKey(package))
                continue;
            if (candidates.Count == MostPackages)
                throw new PackException($"{pack.Id} depends on more than {MostPackages} packages");
            var dependencies = Of(await feeds.DependenciesOf(package, cancellation));
            candidates.Add(package, new(package.Id, package.Version, dependencies, listed: true, source: null));
            foreach (var dependency in dependencies)
            {
                var all = await VersionsOf(dependency.Id, cancellation);
                open.Enqueue(dependency.VersionRange.FindBestMatch(all) is { } best
                    ? new(dependency.Id, best)
                    : throw new PackException($"{package.Id} {package.Version} depends on {dependency.Id} {dependency.VersionRange.ToNormalizedString()}, which no source has"));
            }
        }
        try
        {
            var context = new PackageResolverContext(DependencyBehavior.Lowest, [pack.Id], [pack.Id], [], [pack], candidates.Values, [], NullLogger.Instance);
            return [.. new PackageResolver().Resolve(context, cancellation).Select(package => candidates[new(package.Id, package.Version)]).OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase)];
        }
        catch (NuGetResolverException unsolvable)
        {
            throw new PackException($"what {pack.Id} depends on does not go together: {unsolvable.Message.TrimEnd('.')}", unsolvable);
        }
    }

    /// <summary>The versions of a package that feeds have; each is asked for once.</summary>
    public async Task<IReadOnlyList<NuGetVersion>> VersionsOf(string id, CancellationToken cancellation)
    {
        if (!versions.TryGetValue(id, out var known))
            versions.Add(id, known = await feeds.VersionsOf(id, cancellation));
        return known;
    }

    private static List<PackageDependency> Of(IEnumerable<PackageDependencyGroup> groups) =>
        [.. (NuGetFrameworkUtility.GetNearest(groups, Framework, group => group.TargetFramework)?.Packages ?? []).Where(dependency => !dependency.Id.Equals(LockedGraph.Shared, StringComparison.OrdinalIgnoreCase))];
}
