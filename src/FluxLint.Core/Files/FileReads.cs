namespace FluxLint.Files;

/// <summary>What one piece of work asked of a repository, to tell whether a change of files could change its result. For one thread.</summary>
internal sealed class FileReads
{
    private List<string>? paths;
    private List<string>? directories;
    private List<string>? names;
    private bool areOfListing;

    /// <summary>Takes note of a question about the file or directory at a path: what it holds, where it leads, or whether it is there.</summary>
    public void Add(string path) => Add(ref paths, path);

    /// <summary>Takes note of a question about which files stand in a directory.</summary>
    public void AddEntriesOf(string directory) => Add(ref directories, directory);

    /// <summary>Takes note of a question about the files of a name, wherever they are.</summary>
    public void AddFilesNamed(string name) => Add(ref names, name);

    /// <summary>Takes note of a question about which files there are.</summary>
    public void AddListing() => areOfListing = true;

    /// <summary>Takes over the questions of other work whose result is used.</summary>
    public void Add(FileReads other)
    {
        AddAll(ref paths, other.paths);
        AddAll(ref directories, other.directories);
        AddAll(ref names, other.names);
        areOfListing |= other.areOfListing;
    }

    /// <summary>Whether there was a question about a path.</summary>
    public bool Contains(string path) => paths?.Contains(path) == true || directories?.Contains(RepositoryPath.Parent(path)) == true;

    /// <summary>Whether a change may have changed an answer.</summary>
    public bool AreTouchedBy(FileChanges changes)
    {
        if (changes.AreUnknown || (areOfListing && changes.IsListingChanged))
            return true;
        foreach (var path in paths ?? [])
        {
            if (changes.Contains(path))
                return true;
        }
        foreach (var directory in directories ?? [])
        {
            if (changes.HaveMovedIn(directory))
                return true;
        }
        foreach (var name in names ?? [])
        {
            if (changes.ContainNamed(name))
                return true;
        }
        return false;
    }

    // Most questions about a path come in a row.
    private static void Add(ref List<string>? questions, string question)
    {
        questions ??= [];
        if (questions.Count == 0 || questions[^1] != question)
            questions.Add(question);
    }

    private static void AddAll(ref List<string>? questions, List<string>? others)
    {
        if (others is not null)
            (questions ??= []).AddRange(others);
    }
}
