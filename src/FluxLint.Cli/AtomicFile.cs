namespace FluxLint.Cli;

/// <summary>Writes files that appear whole or not at all.</summary>
internal static class AtomicFile
{
    private const string TemporaryPrefix = ".fluxlint-";

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

    private static void Replace(string path, string temporary, Action<Stream> write)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        UnixFileMode? mode = null;
        if (!OperatingSystem.IsWindows() && new FileInfo(path) is { Exists: true, LinkTarget: null } existing)
            options.UnixCreateMode = mode = existing.UnixFileMode;
        var created = new FileStream(temporary, options);
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
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
