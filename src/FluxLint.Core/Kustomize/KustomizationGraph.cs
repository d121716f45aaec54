using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Files;

namespace FluxLint.Kustomize;

/// <summary>Every kustomization of a repository and what it refers to.</summary>
public sealed class KustomizationGraph
{
    private readonly Dictionary<string, Entry> entries;
    private readonly Dictionary<Reference, BuildProblem> cycles;
    private readonly HashSet<string> cyclic;

    private KustomizationGraph(Dictionary<string, Entry> entries)
    {
        Directories = [.. entries.Keys.Order(StringComparer.Ordinal)];
        this.entries = entries;
        (cyclic, cycles) = FindCycles();
    }

    /// <summary>The directories that have a kustomization, in ordinal order.</summary>
    public ImmutableArray<string> Directories { get; }

    /// <summary>Reads every kustomization of the repository.</summary>
    public static KustomizationGraph Load(Repository repository) =>
        new(repository.YamlFiles
            .Where(path => Repository.IsKustomizationFile(path))
            .Select(RepositoryPath.Parent)
            .Distinct()
            .Select(directory => Kustomize.Kustomization.Read(repository, directory))
            .OfType<Kustomization>()
            .ToDictionary(kustomization => kustomization.Directory, kustomization => new Entry(kustomization, ReferenceReader.Read(repository, kustomization)), StringComparer.Ordinal));

    /// <summary>Reads the kustomization of a directory, and those that it includes.</summary>
    public static KustomizationGraph Load(Repository repository, string directory)
    {
        var read = new Dictionary<string, Entry>(StringComparer.Ordinal);
        var open = new Queue<string>([directory]);
        while (open.TryDequeue(out var path))
        {
            if (read.ContainsKey(path) || Kustomize.Kustomization.Read(repository, path) is not { } kustomization)
                continue;
            var references = ReferenceReader.Read(repository, kustomization);
            read.Add(path, new(kustomization, references));
            foreach (var reference in references.Where(reference => reference.Kind == ReferenceKind.Directory))
                open.Enqueue(reference.Path);
        }
        return new(read);
    }

    /// <summary>The kustomization of a directory; null when it has none.</summary>
    public Kustomization? Kustomization(string directory) => entries.GetValueOrDefault(directory)?.Kustomization;

    /// <summary>Whether the kustomization of a directory is a <c>Component</c>.</summary>
    public bool IsComponent(string directory) => Kustomization(directory)?.IsComponent ?? false;

    /// <summary>What the kustomization of a directory refers to, in the order of its fields.</summary>
    public ImmutableArray<Reference> References(string directory) => entries.GetValueOrDefault(directory)?.References ?? [];

    /// <summary>The cycle that an entry closes; null when it closes none.</summary>
    internal BuildProblem? Cycle(Reference reference) => cycles.GetValueOrDefault(reference);

    /// <summary>Whether a directory includes itself in the end, so that no build of it can succeed.</summary>
    internal bool IsInCycle(string directory) => cyclic.Contains(directory);

    /// <summary>
    /// Closes each cycle at the entry that leads back to its head: the directory that most others from outside of the
    /// cycle include, as an overlay is that clusters build on.
    /// </summary>
    private (HashSet<string> Directories, Dictionary<Reference, BuildProblem> Problems) FindCycles()
    {
        var directories = new HashSet<string>(StringComparer.Ordinal);
        var problems = new Dictionary<Reference, BuildProblem>(ReferenceEqualityComparer.Instance);
        foreach (var members in StronglyConnectedComponents.Of(Directories, directory => Includes(directory).Select(entry => entry.Path)))
        {
            directories.UnionWith(members);
            var users = Directories.Where(user => !members.Contains(user)).SelectMany(Includes).CountBy(entry => entry.Path).ToDictionary();
            var head = members.OrderByDescending(member => users.GetValueOrDefault(member)).ThenBy(member => member, StringComparer.Ordinal).First();
            var path = ShortestCycle(head, members);
            problems[path[^1]] = Problem(head, path);
        }
        return (directories, problems);
    }

    private IEnumerable<Reference> Includes(string directory) =>
        References(directory).Where(entry => entry.Kind == ReferenceKind.Directory && entries.ContainsKey(entry.Path));

    /// <summary>The entries from the head of a cycle back to it.</summary>
    private List<Reference> ShortestCycle(string head, HashSet<string> members)
    {
        var cameBy = new Dictionary<string, (string From, Reference Entry)>(StringComparer.Ordinal);
        var open = new Queue<string>([head]);
        while (!cameBy.ContainsKey(head) && open.TryDequeue(out var directory))
        {
            foreach (var entry in Includes(directory).Where(entry => members.Contains(entry.Path)))
            {
                if (cameBy.TryAdd(entry.Path, (directory, entry)))
                    open.Enqueue(entry.Path);
            }
        }
        var path = new List<Reference>();
        var at = head;
        do
        {
            path.Add(cameBy[at].Entry);
            at = cameBy[at].From;
        }
        while (at != head);
        path.Reverse();
        return path;
    }

    private static BuildProblem Problem(string head, List<Reference> path)
    {
        var chain = string.Join(" -> ", path.Select(entry => $"'{Display(entry.Path)}'").Prepend($"'{Display(head)}'"));
        return new(BuildProblemKind.Cycle, path[^1].Node.Location, $"this entry closes a cycle of kustomizations: {chain}")
        {
            Related = [.. path.SkipLast(1).Select(entry => new RelatedLocation(entry.Node.Location, $"includes '{Display(entry.Path)}'"))],
        };
    }

    private static string Display(string directory) => directory.Length == 0 ? "." : directory;

    private sealed record Entry(Kustomization Kustomization, ImmutableArray<Reference> References);
}
