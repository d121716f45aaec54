using System.Collections.Concurrent;

namespace FluxLint.Cli;

/// <summary>Writes files that appear whole or not at all.</summary>
internal static class AtomicFile
{
    private const string TemporaryPrefix = ".fluxlint-";

    // The codes of the system for a file that is there already.
    private const int ExistsOnUnix = 17;
    private const int ExistsOnWindows = unchecked((int)0x80070050);

    // Who has not written by then has been killed.
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(1);

    /// <summary>The files that are being written now.</summary>
    private static readonly ConcurrentDictionary<string, bool> UnderWay = new(StringComparer.Ordinal);

    /// <summary>Takes away what is half written, for a process that ends in the middle of it.</summary>
    public static void Abandon()
    {
        foreach (var temporary in UnderWay.Keys)
        {
            try
            {
                File.Delete(temporary);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // The process ends all the same, and nobody takes the file for a whole one.
            }
        }
    }

    /// <summary>Whether a path is that of a file that is being written, and will take another name.</summary>
    public static bool IsTemporary(string path) => Path.GetFileName(path.AsSpan()).StartsWith(TemporaryPrefix, StringComparison.Ordinal);

    /// <summary>
    /// Writes a file. One that is there already keeps its permissions. A link is replaced and what it leads to left alone, as
    /// <c>sed -i</c> does it: a repository decides where its links lead. Devices and descriptors, such as <c>/dev/stdout</c>, are written to.
    /// </summary>
    /// <exception cref="IOException">It cannot be written; the message says why.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var directory = Path.GetDirectoryName(path) ?? "";
        if (!OperatingSystem.IsWindows() && directory is "/dev" or "/dev/fd" or "/proc/self/fd")
        {
            using var device = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            write(device);
            return;
        }
        if (!Directory.Exists(directory))
            throw new DirectoryNotFoundException("its directory does not exist");
        // Nobody can lay a link where nobody knows the name, and an exclusive open follows none.
        var temporary = Path.Join(directory, TemporaryPrefix + Path.GetRandomFileName());
        try
        {
            Replace(path, temporary, write);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new IOException(failure.Message.Replace(temporary, path, StringComparison.Ordinal), failure);
        }
    }

    /// <summary>
    /// Replaces the content of a file that still has the one that is known. Of several processes one has the turn: as git does it, the file
    /// that will take the place has a name that only one can make.
    /// </summary>
    /// <exception cref="IOException">It cannot be written, or is no longer what it was; the message says why.</exception>
    public static void Update(string path, ReadOnlyMemory<byte> known, ReadOnlyMemory<byte> content)
    {
        var turn = new FileInfo(Path.Join(Path.GetDirectoryName(path), TemporaryPrefix + Path.GetFileName(path)));
        if (turn.Exists && turn.LastWriteTimeUtc < DateTime.UtcNow - LongestTurn)
            turn.Delete();
        try
        {
            Replace(path, turn.FullName, stream => stream.Write(content.Span), () =>
            {
                if (!File.ReadAllBytes(path).AsSpan().SequenceEqual(known.Span))
                    throw new IOException("it changed while it was linted");
            });
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new IOException(failure.HResult is ExistsOnUnix or ExistsOnWindows ? "another process is writing it" : failure.Message.Replace(turn.FullName, path, StringComparison.Ordinal), failure);
        }
    }

    private static void Replace(string path, string temporary, Action<Stream> write, Action? check = null)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        UnixFileMode? mode = null;
        if (!OperatingSystem.IsWindows() && new FileInfo(path) is { Exists: true, LinkTarget: null } existing)
            options.UnixCreateMode = mode = existing.UnixFileMode;
        var created = new FileStream(temporary, options);
        UnderWay.TryAdd(temporary, true);
        try
        {
            using (var stream = created)
            {
                write(stream);
                stream.Flush(flushToDisk: true);
                // The umask took some away.
                if (!OperatingSystem.IsWindows() && mode is { } kept)
                    File.SetUnixFileMode(stream.SafeFileHandle, kept);
            }
            check?.Invoke();
            File.Move(temporary, path, overwrite: true);
        }
        // Once it has moved, another process may have one of the same name.
        catch
        {
            File.Delete(temporary);
            throw;
        }
        finally
        {
            UnderWay.TryRemove(temporary, out _);
        }
    }
}
