using FluxLint.Text;

namespace FluxLint.Files;

/// <summary>Visits the directories of a repository and collects what git would not ignore.</summary>
internal sealed class FileWalk(IFileSystem files, FileProblems problems, CancellationToken cancellation)
{
    private readonly Stack<Directory> pending = new();

    /// <summary>Directories, the root among them.</summary>
    public List<string> Directories { get; } = [];

    /// <summary>Files that are no links.</summary>
    public List<string> Files { get; } = [];

    /// <summary>Links to files below the root, with the files that they lead to.</summary>
    public List<FileLink> Links { get; } = [];

    /// <summary>Files that belong to a Helm chart's templates.</summary>
    public HashSet<string> Templates { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether there is a symbolic link among what was visited.</summary>
    public bool HasLinks { get; private set; }

    public void Run()
    {
        pending.Push(new("", GitIgnore.None, InTemplates: false));
        while (pending.TryPop(out var directory))
        {
            cancellation.ThrowIfCancellationRequested();
            Visit(directory);
        }
    }

    private void Visit(Directory directory)
    {
        Directories.Add(directory.Path);
        if (List(directory.Path) is not { } entries)
            return;
        var ignore = directory.Ignore;
        if (entries.Contains(new(GitIgnore.FileName, FileKind.File)))
            ignore = ReadIgnore(directory.Path, ignore);
        var isChart = entries.Any(entry => entry is { Name: "Chart.yaml", Kind: not FileKind.Directory });
        foreach (var (name, kind) in entries)
        {
            var path = directory.Path.Length == 0 ? name : $"{directory.Path}/{name}";
            if (name == ".git" || ignore.Ignores(path, kind == FileKind.Directory))
                continue;
            if (kind == FileKind.Directory)
                pending.Push(new(path, ignore, directory.InTemplates || (isChart && name == "templates")));
            else if (kind == FileKind.File)
                AddFile(path, directory.InTemplates);
            else
                AddLink(path, directory.InTemplates);
        }
    }

    private IReadOnlyList<FileEntry>? List(string path)
    {
        try
        {
            return files.List(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.AddUnreadable(path, "directory", failure);
            return null;
        }
    }

    private GitIgnore ReadIgnore(string directory, GitIgnore outer)
    {
        var path = directory.Length == 0 ? GitIgnore.FileName : $"{directory}/{GitIgnore.FileName}";
        try
        {
            var ignore = outer.With(directory, SourceText.Decode(path, files.ReadAllBytes(path)).Text);
            if (ignore.IsCut)
                problems.Add(FileProblemKind.TooLarge, path, $"with '{path}' there are more than {GitIgnore.MaximumWildcards:N0} patterns with wildcards, and no more are read");
            return ignore;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.AddUnreadable(path, "file", failure);
            return outer;
        }
    }

    private void AddFile(string path, bool isTemplate)
    {
        Files.Add(path);
        if (isTemplate)
            Templates.Add(path);
    }

    private void AddLink(string path, bool isTemplate)
    {
        HasLinks = true;
        var target = files.Resolve(path);
        if (target.Kind == ResolvedPathKind.Outside)
        {
            problems.Add(FileProblemKind.Outside, path, $"the symbolic link '{path}' leads out of the repository");
        }
        else if (target.Kind == ResolvedPathKind.Inside && files.FileExists(target.Path))
        {
            Links.Add(new(path, target.Path));
            if (isTemplate)
                Templates.Add(path);
        }
        else if (target.Kind == ResolvedPathKind.Broken && Repository.IsYaml(path))
        {
            problems.Add(FileProblemKind.Unreadable, path, $"the symbolic link '{path}' leads nowhere");
        }
    }

    private sealed record Directory(string Path, GitIgnore Ignore, bool InTemplates);
}
