using System.Collections.Concurrent;
using System.Collections.Immutable;
using FluxLint.Files;

namespace FluxLint.MSBuild;

/// <summary>Remembers what a lint asked for: the same answers again mean the same findings.</summary>
/// <param name="files">The file system that answers.</param>
/// <param name="root">Full path of its root.</param>
internal sealed class RecordingFileSystem(IFileSystem files, string root) : IFileSystem
{
    private readonly ConcurrentDictionary<(Question Question, string Path), ulong> answers = new();
    private readonly ConcurrentDictionary<string, FileStamp> contents = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableArray<FileEntry>> listings = new(StringComparer.Ordinal);
    private volatile bool hasFailures;

    /// <summary>Whether everything could be read. Nobody notices when something becomes readable.</summary>
    public bool IsComplete => !hasFailures;

    /// <summary>The files that were read.</summary>
    public IReadOnlyDictionary<string, FileStamp> Contents => contents;

    /// <summary>The other questions, without those that the listing of a directory answers as well.</summary>
    public IEnumerable<((Question Question, string Path) Asked, ulong Answer)> Answers =>
        from answer in answers
        where answer.Key.Question == Question.List || !IsListed(answer.Key.Path)
        select (answer.Key, answer.Value);

    public ImmutableArray<FileEntry> List(string directory) => Guard(() =>
    {
        var entries = files.List(directory);
        listings[directory] = entries;
        answers[(Question.List, directory)] = Answer.Of(entries);
        return entries;
    });

    public byte[] ReadAllBytes(string path) => Guard(() =>
    {
        // Before reading: a file that changes meanwhile then has another stamp.
        contents.TryAdd(path, FileStamp.Of(Path.Join(root, files.Resolve(path).Path)));
        return files.ReadAllBytes(path);
    });

    public bool FileExists(string path)
    {
        var exists = files.FileExists(path);
        answers[(Question.FileExists, path)] = Answer.Of(exists);
        return exists;
    }

    public bool DirectoryExists(string path)
    {
        var exists = files.DirectoryExists(path);
        answers[(Question.DirectoryExists, path)] = Answer.Of(exists);
        return exists;
    }

    public ResolvedPath Resolve(string path)
    {
        var resolved = files.Resolve(path);
        answers[(Question.Resolve, path)] = Answer.Of(resolved);
        return resolved;
    }

    private T Guard<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            hasFailures = true;
            throw;
        }
    }

    /// <summary>Whether the directory was listed, and the listing says it all: it does not of what a link leads to.</summary>
    private bool IsListed(string path)
    {
        if (!listings.TryGetValue(RepositoryPath.Parent(path), out var entries))
            return false;
        var name = RepositoryPath.FileName(path);
        foreach (var entry in entries)
        {
            if (entry.Name == name)
                return entry.Kind != FileKind.SymbolicLink;
        }
        return true;
    }
}
