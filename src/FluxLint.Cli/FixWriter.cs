using System.Collections.Immutable;
using FluxLint.Files;

namespace FluxLint.Cli;

/// <summary>Writes fixed files to the disk: all of them, or none when one is no longer what was linted.</summary>
internal static class FixWriter
{
    /// <summary>Writes the files; what stood in the way, or null.</summary>
    public static string? Write(string root, ImmutableArray<FileFix> files)
    {
        var disk = new DiskFileSystem(root);
        foreach (var file in files)
        {
            if (Problem(disk, file) is { } problem)
                return $"{problem}: nothing is fixed";
        }
        foreach (var file in files)
        {
            try
            {
                AtomicFile.Update(Path.Join(root, disk.Resolve(file.Path).Path), file.Before.Encode().AsMemory(), file.After.Encode().AsMemory());
            }
            catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
            {
                return $"'{file.Path}' cannot be written: {unwritable.Message}";
            }
        }
        return null;
    }

    private static string? Problem(DiskFileSystem disk, FileFix file)
    {
        try
        {
            if (disk.Resolve(file.Path) is not { Kind: ResolvedPathKind.Inside })
                return $"'{file.Path}' does not lead to a file of the repository";
            return disk.ReadAllBytes(file.Path).AsSpan().SequenceEqual(file.Before.Encode().AsSpan()) ? null : $"'{file.Path}' changed while it was linted";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return $"'{file.Path}' cannot be read: {unreadable.Message}";
        }
    }
}
