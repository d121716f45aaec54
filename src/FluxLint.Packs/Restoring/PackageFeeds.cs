using NuGet.Common;
using NuGet.Configuration;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Packaging.Signing;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;

namespace FluxLint.Packs.Restoring;

/// <summary>The feeds that the user's <c>nuget.config</c> names, with its credentials, its mapping of sources and its policy for signatures.</summary>
internal sealed class PackageFeeds : IDisposable
{
    private readonly SourceCacheContext cache = new() { NoCache = true };
    private readonly List<SourceRepository> feeds;
    private readonly PackageSourceMapping mapping;
    private readonly ClientPolicyContext signatures;
    private readonly string folder;

    private PackageFeeds(ISettings settings, string folder)
    {
        this.folder = folder;
        feeds = [.. new PackageSourceProvider(settings).LoadPackageSources().Where(source => source.IsEnabled).Select(source => NuGet.Protocol.Core.Types.Repository.Factory.GetCoreV3(source))];
        mapping = PackageSourceMapping.GetPackageSourceMapping(settings);
        signatures = ClientPolicyContext.GetClientPolicy(settings, NullLogger.Instance);
    }

    /// <summary>The feeds that are configured for a directory.</summary>
    /// <param name="directory">The directory, whose own configuration and those above it count before that of the user.</param>
    /// <param name="folder">The folder that packages are put in.</param>
    /// <exception cref="PackException">The configuration is wrong.</exception>
    public static PackageFeeds Open(string directory, string folder)
    {
        try
        {
            return new(Settings.LoadDefaultSettings(directory), folder);
        }
        catch (NuGetConfigurationException wrong)
        {
            throw new PackException(wrong.Message.TrimEnd('.'), wrong);
        }
    }

    /// <summary>The versions that feeds have of a package, in no order.</summary>
    public async Task<IReadOnlyList<NuGetVersion>> VersionsOf(string id, CancellationToken cancellation)
    {
        var versions = new HashSet<NuGetVersion>(VersionComparer.VersionRelease);
        foreach (var feed in FeedsOf(id))
            versions.UnionWith(await Ask(feed, resource => resource.GetAllVersionsAsync(id, cache, NullLogger.Instance, cancellation), cancellation));
        if (versions.Count == 0)
            throw new PackException($"there is no package {id} in {Names(FeedsOf(id))}");
        return [.. versions];
    }

    /// <summary>What a package depends on, for each framework that it speaks of.</summary>
    public async Task<IReadOnlyList<PackageDependencyGroup>> DependenciesOf(PackageIdentity package, CancellationToken cancellation)
    {
        foreach (var feed in FeedsOf(package.Id))
        {
            if (await Ask(feed, resource => resource.GetDependencyInfoAsync(package.Id, package.Version, cache, NullLogger.Instance, cancellation), cancellation) is { } found)
                return found.DependencyGroups;
        }
        throw Missing(package);
    }

    /// <summary>Puts a package in the folder, unless it is there, and verifies its signature where the configuration asks for one.</summary>
    public async Task Fetch(PackageIdentity package, CancellationToken cancellation)
    {
        var layout = new VersionFolderPathResolver(folder);
        if (File.Exists(layout.GetNupkgMetadataPath(package.Id, package.Version)))
            return;
        var extraction = new PackageExtractionContext(PackageSaveMode.Defaultv3, XmlDocFileSaveMode.None, signatures, NullLogger.Instance);
        foreach (var feed in FeedsOf(package.Id))
        {
            var isThere = await Ask(feed, resource => resource.DoesPackageExistAsync(package.Id, package.Version, cache, NullLogger.Instance, cancellation), cancellation);
            if (!isThere)
                continue;
            using var download = await Ask(feed, resource => resource.GetPackageDownloaderAsync(package, cache, NullLogger.Instance, cancellation), cancellation);
            await Explain(feed, () => PackageExtractor.InstallFromSourceAsync(package, download, layout, extraction, cancellation));
            return;
        }
        throw Missing(package);
    }

    public void Dispose() => cache.Dispose();

    /// <summary>The feeds that a package may come from.</summary>
    private List<SourceRepository> FeedsOf(string id)
    {
        var allowed = feeds;
        if (mapping.IsEnabled)
        {
            var names = mapping.GetConfiguredPackageSources(id);
            allowed = feeds.FindAll(feed => names.Contains(feed.PackageSource.Name, StringComparer.OrdinalIgnoreCase));
            if (allowed.Count == 0)
                throw new PackException($"packageSourceMapping of nuget.config gives {id} no source");
        }
        if (allowed.Count == 0)
            throw new PackException("nuget.config has no package source");
        var insecure = allowed.Find(feed => feed.PackageSource is { IsHttp: true, IsHttps: false, AllowInsecureConnections: false, SourceUri.IsLoopback: false });
        return insecure is null ? allowed : throw new PackException($"the source '{insecure.PackageSource.Name}' is not https, and nuget.config has no allowInsecureConnections for it");
    }

    private static async Task<T> Ask<T>(SourceRepository feed, Func<FindPackageByIdResource, Task<T>> question, CancellationToken cancellation) =>
        await Explain(feed, async () => await question(await feed.GetResourceAsync<FindPackageByIdResource>(cancellation)
            ?? throw new PackException($"the source '{feed.PackageSource.Name}' does not serve packages")));

    private static async Task<T> Explain<T>(SourceRepository feed, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception failure) when (failure is FatalProtocolException or PackagingException or HttpRequestException or InvalidDataException)
        {
            // The outer message names the address, the inner one what went wrong.
            var cause = failure.GetBaseException();
            var more = cause == failure || failure.Message.Contains(cause.Message, StringComparison.Ordinal) ? "" : $" {cause.Message}";
            throw new PackException($"the source '{feed.PackageSource.Name}': {failure.Message.ReplaceLineEndings(" ")}{more.ReplaceLineEndings(" ")}".TrimEnd(' ', '.'), failure);
        }
    }

    private PackException Missing(PackageIdentity package) => new($"there is no {package.Id} {package.Version} in {Names(FeedsOf(package.Id))}");

    private static string Names(List<SourceRepository> feeds) => string.Join(" and ", feeds.Select(feed => $"'{feed.PackageSource.Name}'"));
}
