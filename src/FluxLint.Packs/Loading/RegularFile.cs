namespace FluxLint.Packs.Loading;

/// <summary>Reads files that may be anything: a pipe would wait for a writer, and a device does not end.</summary>
internal static class RegularFile
{
    /// <summary>The bytes of a file; null when it cannot be read.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="largest">The most bytes that it may have.</param>
    /// <param name="problem">What is wrong; empty when nothing is.</param>
    public static byte[]? Read(string path, long largest, out string problem)
    {
        problem = "";
        try
        {
            var link = new FileInfo(path);
            var file = link.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? link;
            if (!file.Exists)
                problem = $"'{path}' does not exist";
            // Neither pipe nor device has a length.
            else if (file.Length == 0)
                problem = $"'{path}' is empty, or no file";
            else if (file.Length > largest)
                problem = $"'{path}' is larger than {largest >> 20} MiB";
            else
                return File.ReadAllBytes(file.FullName);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            problem = $"'{path}' cannot be read: {unreadable.Message}";
        }
        return null;
    }
}
