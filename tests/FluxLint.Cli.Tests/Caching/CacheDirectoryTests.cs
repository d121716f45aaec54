using FluxLint.Cli.Caching;
using FluxLint.Files;

namespace FluxLint.Cli.Tests.Caching;

/// <summary>Where a cache is, and what stays in it.</summary>
public sealed class CacheDirectoryTests : IDisposable
{
    private readonly TemporaryCache cache = new();

    public void Dispose() => cache.Dispose();

    [Theory]
    [InlineData("CI=true", false)]
    [InlineData("CI=1", false)]
    [InlineData("TF_BUILD=True", false)]
    [InlineData("JENKINS_URL=https://jenkins.example", false)]
    [InlineData("TEAMCITY_VERSION=2025.1", false)]
    [InlineData("CI=false", true)]
    [InlineData("CI=", true)]
    [InlineData("HOME=/home/somebody", true)]
    public void Build_servers_have_none(string variable, bool expected)
    {
        var (name, value) = (variable.Split('=')[0], variable.Split('=')[1]);

        Assert.Equal(expected, CacheDirectory.Of(asked => asked == name ? value : asked == "XDG_CACHE_HOME" ? Path.GetTempPath() : null) is not null);
    }

    [Theory]
    [InlineData("/srv/cache", "/srv", false)]
    [InlineData("/srv/cache", "/srv/cache", false)]
    [InlineData("/srv/cache", "/srv/repository", true)]
    [InlineData("/srv/cache", "/srv/cache/repository", true)]
    [InlineData("/srv/..cache", "/srv", false)]
    public void A_repository_does_not_hold_it(string directory, string root, bool expected) =>
        Assert.Equal(expected, new CacheDirectory(directory).IsOutside(root));

    [Fact]
    public void Others_may_not_look_into_it()
    {
        cache.Opened.Keep("key", Entry("key"));

        Assert.Single(cache.Entries);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(cache.Root));
    }

    [Fact]
    public void An_entry_speaks_for_its_key_alone()
    {
        cache.Opened.Keep("key", Entry("another key"));

        Assert.Null(cache.Opened.Find("key"));
        Assert.Null(cache.Opened.Find("another key"));
    }

    [Fact]
    public void What_is_not_used_goes_and_so_does_what_there_is_no_room_for()
    {
        cache.Opened.Keep("first", Entry("first"));
        Put("unused.run", days: 31, bytes: 1);
        Put("used.run", days: 29, bytes: 1);
        Put(".fluxlint-left", days: 2, bytes: 1);
        Put(".fluxlint-now", days: 0, bytes: 1);
        Put("large.run", days: 20, bytes: CacheDirectory.MaximumBytes - 4096);
        Put("small.run", days: 25, bytes: 8192);

        cache.Opened.Keep("second", Entry("second"));

        Assert.Equal([".fluxlint-now", "large.run"], cache.Entries.Select(Path.GetFileName).Where(name => name?.Length < 36).Order(StringComparer.Ordinal));
        Assert.NotNull(cache.Opened.Find("first"));
        Assert.NotNull(cache.Opened.Find("second"));
    }

    private static CacheEntry Entry(string key) => CacheEntry.Of(key, [1, 2, 3], new(InMemoryFileSystem.Empty, "/"));

    private void Put(string name, int days, long bytes)
    {
        var path = Path.Combine(cache.Root, name);
        using (var stream = File.Create(path))
            stream.SetLength(bytes);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-days));
    }
}
