namespace FluxLint.Testing.Snapshots;

/// <summary>Where a snapshot is kept. The names are those of Verify, whose place this takes.</summary>
public sealed class VerifySettings
{
    internal string? Directory { get; private set; }

    internal string? FileName { get; private set; }

    /// <summary>Keeps the file in a directory, relative to that of the test.</summary>
    public void UseDirectory(string directory) => Directory = directory;

    /// <summary>Names the file, instead of after class and method of the test.</summary>
    /// <param name="fileName">The name without <c>.verified.txt</c>.</param>
    public void UseFileName(string fileName) => FileName = fileName;
}
