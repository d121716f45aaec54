using System.Collections.Immutable;
using FluxLint.Files;

namespace FluxLint.MSBuild;

/// <summary>
/// A repository without what builds write into it: <c>bin</c> and <c>obj</c> beside a project, and our log. Otherwise each build
/// would see that the one before had changed something.
/// </summary>
internal sealed class SourceFiles(IFileSystem below, string? log) : IFileSystem
{
    public ImmutableArray<FileEntry> List(string directory)
    {
        var entries = below.List(directory);
        var hasProject = false;
        foreach (var entry in entries)
            hasProject |= entry.Kind == FileKind.File && entry.Name.EndsWith("proj", StringComparison.OrdinalIgnoreCase);
        return entries.RemoveAll(entry =>
            (hasProject && entry is { Kind: FileKind.Directory, Name: "bin" or "obj" })
            || (log is not null && log == (directory.Length == 0 ? entry.Name : $"{directory}/{entry.Name}")));
    }

    public byte[] ReadAllBytes(string path) => below.ReadAllBytes(path);

    public bool FileExists(string path) => below.FileExists(path);

    public bool DirectoryExists(string path) => below.DirectoryExists(path);

    public ResolvedPath Resolve(string path) => below.Resolve(path);
}
