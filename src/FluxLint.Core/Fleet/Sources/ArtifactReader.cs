using System.Collections.Concurrent;
using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>
/// Tells what is in the artifact of a source whose content is a directory of the repository, as the reconcilers of source-controller
/// archive it: patterns of <c>.sourceignore</c> files first, then those of <c>spec.ignore</c>. Safe on many threads.
/// </summary>
internal sealed class ArtifactReader
{
    // Most sources leave out what sources usually do, and all clusters that have one share it.
    private readonly ConcurrentDictionary<string, SourceArtifact> usual = new(StringComparer.Ordinal);

    /// <summary>What is in the artifact; null where all is, or where that is not known.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="source">The source.</param>
    /// <param name="root">The directory that its content is.</param>
    public SourceArtifact? Read(Repository repository, Source source, string root)
    {
        if (source.Resource.HasUnknownValues || source.Ignore?.Value.HasVariable() == true)
            return null;
        return source switch
        {
            GitRepository git => OfGit(repository, git, root),
            // Objects of a bucket are fetched by what the one file at its root says, and nothing is left out by default.
            Bucket => Of(root, [], [], Own(repository, source, root, path => RepositoryPath.Parent(path) == root)),
            OciRepository { LayerSelector: null } => Of(root, [], [], DefaultExclusions.Before(Own(repository, source, root, _ => true), root)),
            // A layer that is copied may be anything.
            _ => null,
        };
    }

    private SourceArtifact? OfGit(Repository repository, GitRepository git, string root)
    {
        var checkedOut = git.SparseCheckout?.Items.Select(item => item is YamlScalar directory ? SourceMap.Combine(root, directory.Value) : root).ToImmutableArray() ?? [];
        var brought = git.IncludedPaths.ToList();
        if (checkedOut.Contains(root) || brought.Contains(null))
            return null;
        var own = Own(repository, git, root, path => checkedOut.IsEmpty || checkedOut.Any(start => path.StartsWith(start, StringComparison.Ordinal)));
        if (own.IsEmpty && checkedOut.IsEmpty && brought.Count == 0)
            return usual.GetOrAdd(root, directory => new(directory, [], [], DefaultExclusions.Before([], directory)));
        return Of(root, checkedOut, [.. brought.OfType<string>().Select(path => SourceMap.Combine(root, path))], DefaultExclusions.Before(own, root));
    }

    private static ImmutableArray<SourceIgnorePattern> Own(Repository repository, Source source, string root, Func<string, bool> isRead)
    {
        var files = repository.SourceIgnoreFiles.Where(path => RepositoryPath.IsWithin(root, path) && isRead(path));
        var written = files.SelectMany(path => SourceIgnorePattern.Read(repository.Text(path)?.Text ?? "", RepositoryPath.Parent(path)));
        return [.. written, .. SourceIgnorePattern.Read(source.Ignore?.Value ?? "", root)];
    }

    private static SourceArtifact? Of(string root, ImmutableArray<string> checkedOut, ImmutableArray<string> brought, ImmutableArray<SourceIgnorePattern> patterns) =>
        patterns.Length <= GitIgnore.MaximumWildcards ? new(root, checkedOut, brought, patterns) : null;
}
