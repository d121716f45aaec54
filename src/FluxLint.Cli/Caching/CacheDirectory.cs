using System.Security.Cryptography;
using System.Text;

namespace FluxLint.Cli.Caching;

/// <summary>
/// The directory of a user for what runs gave. It is never in a repository: what somebody commits there must not speak for a lint. Any
/// number of processes use it at once, since files in it appear whole and are never changed.
/// </summary>
internal sealed class CacheDirectory(string path)
{
    /// <summary>What all entries may take together.</summary>
    public const long MaximumBytes = 128 << 20;

    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private static readonly TimeSpan LongestUnused = TimeSpan.FromDays(30);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly string[] BuildServers = ["CI", "TF_BUILD", "JENKINS_URL", "TEAMCITY_VERSION"];

    /// <summary>The directory of the user, by the variables of a process; null on a build server, where nothing is kept, and where users have none.</summary>
    public static CacheDirectory? Of(Func<string, string?> variable)
    {
        if (BuildServers.Any(name => variable(name) is { Length: > 0 } value && value is not ("false" or "0")))
            return null;
        if (variable("XDG_CACHE_HOME") is { } chosen && Path.IsPathFullyQualified(chosen))
            return new(Path.Join(chosen, "fluxlint"));
        var (folder, below) = OperatingSystem.IsWindows() ? (Environment.SpecialFolder.LocalApplicationData, Path.Join("fluxlint", "cache"))
            : OperatingSystem.IsMacOS() ? (Environment.SpecialFolder.UserProfile, "Library/Caches/fluxlint")
            : (Environment.SpecialFolder.UserProfile, ".cache/fluxlint");
        return Environment.GetFolderPath(folder) is { Length: > 0 } home ? new(Path.Join(home, below)) : null;
    }

    /// <summary>Whether entries may speak for a repository: not those that it holds itself.</summary>
    public bool IsOutside(string root) =>
        Path.GetRelativePath(root, path) is var relative && (relative == ".." || relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) || Path.IsPathRooted(relative));

    /// <summary>The entry for a key; null when there is none that can be used.</summary>
    public CacheEntry? Find(string key)
    {
        try
        {
            var file = PathOf(key);
            if (!IsOwn() || !File.Exists(file) || CacheEntry.Read(File.ReadAllBytes(file), key) is not { } entry)
                return null;
            if (File.GetLastWriteTimeUtc(file) < DateTime.UtcNow - Day)
                File.SetLastWriteTimeUtc(file, DateTime.UtcNow);
            return entry;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps the entry for a key. Where that is not possible there is one lint more.</summary>
    public void Keep(string key, CacheEntry entry)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, Own);
            if (!IsOwn())
                return;
            AtomicFile.Write(PathOf(key), stream => stream.Write(entry.Bytes));
            Trim();
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            // A cache that cannot be written is no reason to fail.
        }
    }

    // What others may write may hide a finding.
    private bool IsOwn() =>
        OperatingSystem.IsWindows() || (Directory.Exists(path) && (File.GetUnixFileMode(path) & OthersWrite) == 0);

    private string PathOf(string key) => Path.Join(path, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16))}.run");

    /// <summary>Deletes what nobody has used for long, and of the rest what was used last the longest ago.</summary>
    private void Trim()
    {
        var room = MaximumBytes;
        foreach (var file in new DirectoryInfo(path).GetFiles().OrderByDescending(file => file.LastWriteTimeUtc))
        {
            room -= file.Length;
            var longest = AtomicFile.IsTemporary(file.Name) ? Day : LongestUnused;
            if (room < 0 || file.LastWriteTimeUtc < DateTime.UtcNow - longest)
                file.Delete();
        }
    }
}
