using System.Collections.Concurrent;
using System.Collections.Immutable;
using FluxLint.Files;

namespace FluxLint.Cli.Caching;

/// <summary>Remembers what a lint asked for: the same answers again mean the same findings.</summary>
/// <param name="files">The file system that answers.</param>
/// <param name="root">Full path of its root.</param>
internal sealed class RecordingFileSystem(IFileSystem files, string root) : IFileSystem
{
    private readonly ConcurrentDictionary<(Question Question, string Path), (FileStamp Stamp, UInt128 Answer)> answers = new();
    private readonly ConcurrentDictionary<string, ImmutableArray<FileEntry>> listings = new(StringComparer.Ordinal);
    private volatile bool hasFailures;

    /// <summary>When the first question was still to come.</summary>
    public long Started { get; } = FileStamp.Now;

    /// <summary>Whether everything could be read, and all of it as one. Nobody notices when something becomes readable.</summary>
    public bool IsComplete => !hasFailures;

    /// <summary>The questions, without those that the listing of a directory answers as well.</summary>
    public IEnumerable<(Question Question, string Path, FileStamp Stamp, UInt128 Answer)> Answers =>
        from answer in answers
        where answer.Key.Question is Question.List or Question.Content || !IsListed(answer.Key.Path)
        select (answer.Key.Question, answer.Key.Path, answer.Value.Stamp, answer.Value.Answer);

    public ImmutableArray<FileEntry> List(string directory)
    {
        var entries = Read(Question.List, directory, files.List, Answer.Of);
        listings[directory] = entries;
        return entries;
    }

    public byte[] ReadAllBytes(string path) => Read(Question.Content, path, files.ReadAllBytes, static bytes => Answer.Of(bytes));

    public bool FileExists(string path) => Note(Question.FileExists, path, files.FileExists(path), Answer.Of);

    public bool DirectoryExists(string path) => Note(Question.DirectoryExists, path, files.DirectoryExists(path), Answer.Of);

    public ResolvedPath Resolve(string path) => Note(Question.Resolve, path, files.Resolve(path), Answer.Of);

    private T Read<T>(Question question, string path, Func<string, T> read, Func<T, UInt128> answer)
    {
        // Before reading: what changes meanwhile then has another stamp.
        var stamp = FileStamp.Of(path.Length == 0 ? root : Path.Join(root, path));
        try
        {
            var content = read(path);
            Note(question, path, answer(content), stamp);
            return content;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            hasFailures = true;
            throw;
        }
    }

    private T Note<T>(Question question, string path, T given, Func<T, UInt128> answer)
    {
        Note(question, path, answer(given), FileStamp.None);
        return given;
    }

    private void Note(Question question, string path, UInt128 answer, FileStamp stamp)
    {
        if (answers.GetOrAdd((question, path), (stamp, answer)).Answer != answer)
            hasFailures = true;
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
