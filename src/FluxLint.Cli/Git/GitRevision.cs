using System.Collections.Frozen;
using System.Text;

namespace FluxLint.Cli.Git;

/// <summary>A commit, and the files that it has below a directory.</summary>
internal sealed class GitRevision
{
    private GitRevision(string name, string id, FrozenDictionary<string, GitEntry> entries)
    {
        Name = name;
        Id = id;
        Entries = entries;
    }

    /// <summary>What the user calls it.</summary>
    public string Name { get; }

    /// <summary>The commit.</summary>
    public string Id { get; }

    /// <summary>What it has, by the path from the directory.</summary>
    public FrozenDictionary<string, GitEntry> Entries { get; }

    /// <summary>The revision of a name.</summary>
    /// <param name="git">Git, in the directory that is looked at.</param>
    /// <param name="name">A branch, tag, commit or anything else that git takes for one.</param>
    /// <exception cref="GitException">There is no such revision, or no repository that git reads.</exception>
    public static GitRevision Of(GitProgram git, string name)
    {
        var (output, problem) = git.Run("rev-parse", "--verify", "--quiet", "--end-of-options", $"{name}^{{commit}}");
        if (problem is not null)
            throw new GitException(Explain(git, name, problem));
        var id = Encoding.ASCII.GetString(output).Trim();
        // Names are given from the directory that git works in; a repository without a work tree has its files at the root.
        var (tree, unreadable) = git.Run("ls-tree", "-r", "-z", id);
        return unreadable is null ? new(name, id, Read(tree)) : throw new GitException($"git cannot read revision '{name}': {unreadable}");
    }

    private static FrozenDictionary<string, GitEntry> Read(byte[] tree)
    {
        var entries = new Dictionary<string, GitEntry>(StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(tree).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var tab = line.IndexOf('\t');
            if (tab < 0 || line[..tab].Split(' ') is not [var mode, _, var id])
                throw new GitException($"git lists files in a way that is not known: '{line}'");
            entries[line[(tab + 1)..]] = new(KindOf(mode), id);
        }
        return entries.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static GitEntryKind KindOf(string mode) => mode switch
    {
        "120000" => GitEntryKind.Link,
        "160000" => GitEntryKind.Submodule,
        _ => GitEntryKind.File,
    };

    private static string Explain(GitProgram git, string name, string problem)
    {
        // A quiet question is answered with nothing when the repository is there and the revision is not.
        if (problem.Contains("dubious ownership", StringComparison.Ordinal))
            return "git does not read a repository that belongs to another user; 'git config --global --add safe.directory <its directory>' says that you trust it";
        if (problem.Contains("not a git repository", StringComparison.Ordinal))
            return $"there is no git repository to look up '{name}' in";
        if (git.Ask("rev-parse", "--verify", "--quiet", "--end-of-options", name) is not null)
            return $"'{name}' is no commit, and has none behind it";
        if (problem.Contains("ambiguous", StringComparison.Ordinal))
            return $"'{name}' is the beginning of more than one object; more of its characters tell which";
        return git.Ask("rev-parse", "--is-shallow-repository") == "true"
            ? $"there is no revision '{name}' in this shallow clone; 'git fetch --deepen 1' or 'git fetch --depth 1 origin <commit>' brings what is missing"
            : $"there is no revision '{name}'{(problem.Length == 0 ? "" : $"; git says: {problem.Split('\n')[0]}")}";
    }
}
