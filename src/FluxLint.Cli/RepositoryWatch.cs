using System.Collections.Concurrent;
using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Semantics;

namespace FluxLint.Cli;

/// <summary>Waits until something below a directory changes, and then until the changing is over.</summary>
internal sealed class RepositoryWatch : IDisposable
{
    /// <summary>Editors write a file in several steps, and git many files in a row.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(20);

    private readonly string directory;
    private readonly IReadOnlyCollection<string> outputs;
    private readonly DiskFileSystem files;
    private readonly FileSystemWatcher watcher;
    private readonly ManualResetEventSlim changed = new();
    private readonly ConcurrentDictionary<string, bool> paths = new(StringComparer.Ordinal);
    private volatile bool isOverrun;

    /// <summary>Starts to watch.</summary>
    /// <param name="directory">Full path of the directory.</param>
    /// <param name="outputs">Full paths of the files that the command writes itself.</param>
    /// <exception cref="IOException">The system cannot watch as many directories.</exception>
    public RepositoryWatch(string directory, IReadOnlyCollection<string> outputs)
    {
        this.directory = directory;
        this.outputs = outputs;
        files = new(directory);
        watcher = new(directory)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Changed += (_, change) => Notice(change.FullPath);
        watcher.Created += (_, change) => Notice(change.FullPath);
        watcher.Deleted += (_, change) => Notice(change.FullPath);
        watcher.Renamed += (_, change) =>
        {
            Notice(change.OldFullPath);
            Notice(change.FullPath);
        };
        // Changes that came too fast to be told are changes all the same.
        watcher.Error += (_, _) =>
        {
            isOverrun = true;
            changed.Set();
        };
        watcher.EnableRaisingEvents = true;
    }

    /// <summary>Waits for the next change since the last wait, and gives the repository after it; null when it has to be opened anew.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public Compilation? Wait(Compilation before, CancellationToken cancellation)
    {
        changed.Wait(cancellation);
        do
        {
            changed.Reset();
        }
        while (changed.Wait(Quiet, cancellation));
        var edits = new Dictionary<string, ImmutableArray<byte>?>(StringComparer.Ordinal);
        foreach (var path in paths.Keys)
        {
            paths.TryRemove(path, out _);
            if (!TryRead(path, before, edits))
                isOverrun = true;
        }
        if (!isOverrun)
            return before.With(edits);
        isOverrun = false;
        return null;
    }

    /// <summary>Reads a file that changed; false where it is no file, or cannot be read.</summary>
    private bool TryRead(string path, Compilation before, Dictionary<string, ImmutableArray<byte>?> edits)
    {
        try
        {
            if (files.FileExists(path))
                edits[path] = [.. files.ReadAllBytes(path)];
            else if (before.Repository.FileExists(path))
                edits[path] = null;
            else
                return !files.DirectoryExists(path) && !before.Repository.DirectoryExists(path);
            return true;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        watcher.Dispose();
        changed.Dispose();
    }

    private void Notice(string path)
    {
        var relative = Path.GetRelativePath(directory, path);
        var isOfGit = relative == ".git" || relative.StartsWith($".git{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
        // A report is written beside its place first.
        if (isOfGit || AtomicFile.IsTemporary(path) || outputs.Contains(path))
            return;
        paths[relative.Replace(Path.DirectorySeparatorChar, '/')] = true;
        changed.Set();
    }
}
