namespace FluxLint.Cli;

/// <summary>Waits until something below a directory changes, and then until the changing is over.</summary>
internal sealed class RepositoryWatch : IDisposable
{
    /// <summary>Editors write a file in several steps, and git many files in a row.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(20);

    private readonly string directory;
    private readonly IReadOnlyCollection<string> outputs;
    private readonly FileSystemWatcher watcher;
    private readonly ManualResetEventSlim changed = new();

    /// <summary>Starts to watch.</summary>
    /// <param name="directory">Full path of the directory.</param>
    /// <param name="outputs">Full paths of the files that the command writes itself.</param>
    /// <exception cref="IOException">The system cannot watch as many directories.</exception>
    public RepositoryWatch(string directory, IReadOnlyCollection<string> outputs)
    {
        this.directory = directory;
        this.outputs = outputs;
        watcher = new(directory)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Changed += (_, change) => Notice(change.FullPath);
        watcher.Created += (_, change) => Notice(change.FullPath);
        watcher.Deleted += (_, change) => Notice(change.FullPath);
        watcher.Renamed += (_, change) => Notice(change.FullPath);
        // Changes that came too fast to be told are changes all the same.
        watcher.Error += (_, _) => changed.Set();
        watcher.EnableRaisingEvents = true;
    }

    /// <summary>Waits for the next change since the last wait.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public void Wait(CancellationToken cancellation)
    {
        changed.Wait(cancellation);
        do
        {
            changed.Reset();
        }
        while (changed.Wait(Quiet, cancellation));
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
        if (!isOfGit && !outputs.Any(output => path.StartsWith(output, StringComparison.Ordinal)))
            changed.Set();
    }
}
