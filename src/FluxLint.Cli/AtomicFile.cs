namespace FluxLint.Cli;

/// <summary>Writes files that appear whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file. One that is there already keeps its permissions.</summary>
    /// <exception cref="IOException">It cannot be written; the message says why.</exception>
    /// <exception cref="UnauthorizedAccessException">Writing there is not permitted.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            throw new DirectoryNotFoundException("its directory does not exist");
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            using (var stream = File.Create(temporary))
                write(stream);
            if (!OperatingSystem.IsWindows() && File.Exists(path))
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
