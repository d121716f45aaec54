using System.Collections.Immutable;
using FluxLint.Files;

namespace FluxLint.MSBuild;

/// <summary>Something that a lint asked the file system, other than the bytes of a file.</summary>
internal enum Question : byte
{
    /// <summary>What a directory holds.</summary>
    List,

    /// <summary>Whether there is a file.</summary>
    FileExists,

    /// <summary>Whether there is a directory.</summary>
    DirectoryExists,

    /// <summary>Where symbolic links lead.</summary>
    Resolve,
}

/// <summary>Puts answers into a number: a lint that would get the same ones would find the same.</summary>
internal static class Answer
{
    private const ulong Seed = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Asks, and gives the answer as a number.</summary>
    public static ulong To(Question question, string path, IFileSystem files) => question switch
    {
        Question.List => Of(files.List(path)),
        Question.FileExists => Of(files.FileExists(path)),
        Question.DirectoryExists => Of(files.DirectoryExists(path)),
        _ => Of(files.Resolve(path)),
    };

    /// <summary>Names and kinds, in any order.</summary>
    public static ulong Of(ImmutableArray<FileEntry> entries)
    {
        var sum = (ulong)entries.Length;
        foreach (var entry in entries)
            sum += Hash(entry.Name, (ulong)entry.Kind);
        return sum;
    }

    public static ulong Of(bool exists) => exists ? 1UL : 0;

    public static ulong Of(ResolvedPath resolved) => Hash(resolved.Path, (ulong)resolved.Kind);

    // FNV-1a.
    private static ulong Hash(string text, ulong kind)
    {
        var hash = (Seed ^ kind) * Prime;
        foreach (var character in text)
            hash = (hash ^ character) * Prime;
        return hash;
    }
}
