using System.Collections.Concurrent;
using System.Collections.Immutable;
using FluxLint.Diagnostics;

namespace FluxLint.Files;

/// <summary>Collects file problems from many threads, one a path and kind.</summary>
internal sealed class FileProblems
{
    private readonly ConcurrentDictionary<ProblemKey, FileProblem> problems = new();

    /// <summary>What was collected so far, by path and kind.</summary>
    public ImmutableArray<FileProblem> Snapshot() =>
        [.. problems.Values.OrderBy(problem => problem.Location.Path, StringComparer.Ordinal).ThenBy(problem => problem.Kind)];

    public void Add(FileProblemKind kind, string path, string message) => Add(new(kind, Location.OfPath(path), message));

    public void Add(FileProblem problem) => problems.TryAdd(new(problem.Location.Path, problem.Kind), problem);

    public void AddUnreadable(string path, string what, Exception failure)
    {
        var name = path.Length == 0 ? "the repository root" : $"the {what} '{path}'";
        var reason = failure is UnauthorizedAccessException ? "permission is denied" : failure.Message.TrimEnd('.');
        Add(FileProblemKind.Unreadable, path, $"{name} cannot be read: {reason}");
    }

    private sealed record ProblemKey(string Path, FileProblemKind Kind);
}
