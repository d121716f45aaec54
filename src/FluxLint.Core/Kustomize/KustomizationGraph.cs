using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Files;

namespace FluxLint.Kustomize;

/// <summary>Every kustomization of a repository and what it refers to.</summary>
public sealed class KustomizationGraph
{
    /// <summary>Of so many entries of one kustomization that lead nowhere it is looked up what they probably mean: each is compared with all paths.</summary>
    public const int MostGuesses = 20;

    private readonly Dictionary<string, Entry> entries;
    private readonly Dictionary<Reference, BuildProblem> cycles;
    private readonly Dictionary<string, BuildProblem> cyclic;
    private readonly IncludeDepth depths;

    private KustomizationGraph(Dictionary<string, Entry> entries)
    {
        Directories = [.. entries.Keys.Order(StringComparer.Ordinal)];
        this.entries = entries;
        (cyclic, cycles) = FindCycles();
        depths = new(Directories, directory => IsInCycle(directory) ? [] : Includes(directory).Select(entry => entry.Path));
    }

    private KustomizationGraph(Dictionary<string, Entry> entries, KustomizationGraph alike)
    {
        this.entries = entries;
        (Directories, cyclic, cycles, depths) = (alike.Directories, alike.cyclic, alike.cycles, alike.depths);
    }

    /// <summary>The directories that have a kustomization, in ordinal order.</summary>
    public ImmutableArray<string> Directories { get; }

    /// <summary>Reads every kustomization of the repository.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="cancellation">Stops the work between two directories.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    internal static KustomizationGraph Load(Repository repository, CancellationToken cancellation = default) => new(Read(repository, Candidates(repository), cancellation));

    /// <summary>Reads the kustomization of a directory, and those that it includes.</summary>
    internal static KustomizationGraph Load(Repository repository, string directory)
    {
        var read = new Dictionary<string, Entry>(StringComparer.Ordinal);
        var open = new Queue<string>([directory]);
        while (open.TryDequeue(out var path))
        {
            if (read.ContainsKey(path) || Entry.Read(repository, path) is not { } entry)
                continue;
            read.Add(path, entry);
            foreach (var reference in entry.References.Where(reference => reference.Kind == ReferenceKind.Directory))
                open.Enqueue(reference.Path);
        }
        return new(read);
    }

    /// <summary>The graph of the repository after an edit, which keeps every kustomization that reads nothing of what differs.</summary>
    internal KustomizationGraph With(Repository repository, FileChanges changes)
    {
        var next = entries.Where(entry => !entry.Value.Reads.AreTouchedBy(changes)).ToDictionary(StringComparer.Ordinal);
        foreach (var (directory, entry) in Read(repository, Candidates(repository).Where(directory => !next.ContainsKey(directory)).ToList()))
            next.Add(directory, entry);
        return cyclic.Count == 0 && next.Count == entries.Count && next.All(entry => IncludesTheSame(entry.Key, entry.Value)) ? new(next, this) : new(next);
    }

    /// <summary>The graph of a part of the repository, which keeps every kustomization that refers to nothing outside of it.</summary>
    internal KustomizationGraph Within(Repository part)
    {
        var seen = entries.Where(entry => IsAsInWhole(entry.Value, part)).ToDictionary(StringComparer.Ordinal);
        foreach (var (directory, entry) in Read(part, Directories.Where(directory => !seen.ContainsKey(directory))))
            seen.Add(directory, entry);
        return new(seen);
    }

    private static bool IsAsInWhole(Entry entry, Repository part) =>
        !part.IsLeftOut(entry.Kustomization.Path) && entry.References.All(reference => !part.IsLeftOut(reference.Path) && !part.IsBrought(reference.Path));

    /// <summary>The kustomization of a directory; null when it has none.</summary>
    public Kustomization? Kustomization(string directory) => entries.GetValueOrDefault(directory)?.Kustomization;

    /// <summary>Where the kustomization of a directory is; the directory itself when it has none.</summary>
    internal Location PlaceOf(string directory) => Kustomization(directory)?.Root.Location ?? Location.OfPath(directory);

    /// <summary>Whether the kustomization of a directory is a <c>Component</c>.</summary>
    public bool IsComponent(string directory) => Kustomization(directory)?.IsComponent ?? false;

    /// <summary>What the kustomization of a directory refers to, in the order of its fields.</summary>
    public ImmutableArray<Reference> References(string directory) => entries.GetValueOrDefault(directory)?.References ?? [];

    /// <summary>The cycle that an entry closes; null when it closes none.</summary>
    internal BuildProblem? Cycle(Reference reference) => cycles.GetValueOrDefault(reference);

    /// <summary>Whether a directory includes itself in the end, so that no build of it can succeed.</summary>
    internal bool IsInCycle(string directory) => cyclic.ContainsKey(directory);

    /// <summary>The cycle that a directory is part of; null when it is part of none.</summary>
    internal BuildProblem? CycleThrough(string directory) => cyclic.GetValueOrDefault(directory);

    /// <summary>How many kustomizations are in the longest chain from a directory: 0 where that is not near the limit, and no more than one above it.</summary>
    internal int Depth(string directory) => depths.Of(directory);

    /// <summary>Whether the kustomization of a directory, and what it refers to, is the same in another graph.</summary>
    internal bool IsSame(string directory, KustomizationGraph other) =>
        ReferenceEquals(entries.GetValueOrDefault(directory), other.entries.GetValueOrDefault(directory))
        && !IsInCycle(directory)
        && !other.IsInCycle(directory)
        && Includes(directory).All(entry => Depth(entry.Path) == other.Depth(entry.Path));

    private static IEnumerable<string> Candidates(Repository repository) =>
        repository.YamlFiles.Where(Repository.IsKustomizationFile).Select(RepositoryPath.Parent).Distinct();

    private static Dictionary<string, Entry> Read(Repository repository, IEnumerable<string> directories, CancellationToken cancellation = default)
    {
        var read = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var directory in directories)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Entry.Read(repository, directory) is { } entry)
                read.Add(directory, entry);
        }
        return read;
    }

    private bool IncludesTheSame(string directory, Entry entry) => entries.TryGetValue(directory, out var before)
        && (ReferenceEquals(before, entry) || Included(before).SequenceEqual(Included(entry), StringComparer.Ordinal));

    private static IEnumerable<string> Included(Entry entry) =>
        entry.References.Where(reference => reference.Kind == ReferenceKind.Directory).Select(reference => reference.Path);

    /// <summary>
    /// Closes each cycle at the entry that leads back to its head: the directory that most others from outside of the
    /// cycle include, as an overlay is that clusters build on.
    /// </summary>
    private (Dictionary<string, BuildProblem> Directories, Dictionary<Reference, BuildProblem> Problems) FindCycles()
    {
        var directories = new Dictionary<string, BuildProblem>(StringComparer.Ordinal);
        var problems = new Dictionary<Reference, BuildProblem>(ReferenceEqualityComparer.Instance);
        foreach (var members in StronglyConnectedComponents.Of(Directories, directory => Includes(directory).Select(entry => entry.Path)))
        {
            var users = Directories.Where(user => !members.Contains(user)).SelectMany(Includes).CountBy(entry => entry.Path).ToDictionary();
            var head = members.OrderByDescending(member => users.GetValueOrDefault(member)).ThenBy(member => member, StringComparer.Ordinal).First();
            var path = ShortestCycle(head, members);
            var problem = problems[path[^1]] = Problem(head, path);
            foreach (var member in members)
                directories[member] = problem;
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

    /// <summary>A kustomization, what it refers to, and what was asked to find that out.</summary>
    private sealed record Entry(Kustomization Kustomization, ImmutableArray<Reference> References, FileReads Reads)
    {
        public static Entry? Read(Repository repository, string directory)
        {
            var reads = new FileReads();
            var noting = repository.Noting(reads);
            return Kustomize.Kustomization.Read(noting, directory) is { } kustomization ? new(kustomization, ReferenceReader.Read(noting, kustomization), reads) : null;
        }
    }
}
