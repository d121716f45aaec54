using System.Collections.Immutable;

namespace FluxLint.Cli.Starting;

/// <summary>Writes files that are not there yet.</summary>
internal static class NewFiles
{
    /// <summary>Why a directory cannot take files; null when it can.</summary>
    public static string? Problem(string directory, ImmutableArray<SkeletonFile> files) =>
        files.Select(file => Path.Join(directory, file.Path)).FirstOrDefault(path => new FileInfo(path) is { Exists: true } or { LinkTarget: not null } || Directory.Exists(path)) is { } there
            ? $"'{there}' is there already and stays as it is"
            : null;

    /// <summary>Writes files, each of which appears whole or not at all.</summary>
    /// <exception cref="IOException">One cannot be written; the message says why.</exception>
    public static void Write(string directory, ImmutableArray<SkeletonFile> files)
    {
        foreach (var file in files)
        {
            var full = Path.Join(directory, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(full) ?? directory);
            AtomicFile.Write(full, stream => stream.Write(file.Content.AsSpan()));
        }
    }
}
