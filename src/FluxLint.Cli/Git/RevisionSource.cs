using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Semantics;

namespace FluxLint.Cli.Git;

/// <summary>Two states of a repository: that of a revision, and a later one. Both are understood with the configuration of the later one.</summary>
internal sealed class RevisionSource : IDisposable
{
    private readonly string directory;
    private readonly GitProgram git;
    private readonly GitRevision revision;
    private readonly GitRevision? later;
    private readonly GitObjects objects;
    private readonly CompilationOptions options;

    private RevisionSource(string directory, GitProgram git, string revision, string? later, CompilationOptions options)
    {
        this.directory = directory;
        this.git = git;
        this.options = options;
        objects = new(git);
        this.revision = GitRevision.Of(git, revision);
        this.later = later is null ? null : GitRevision.Of(git, later);
        if (later is null && git.Ask("rev-parse", "--is-inside-work-tree") == "false")
            throw new GitException("there is no work tree here: name two revisions");
    }

    /// <summary>Opens a repository.</summary>
    /// <param name="directory">Full path of the directory that is looked at.</param>
    /// <param name="revision">The earlier state.</param>
    /// <param name="later">The later state; null for the work tree.</param>
    /// <param name="options">What both are understood with.</param>
    /// <exception cref="GitException">There is no git, no repository, or no such revision.</exception>
    public static RevisionSource Open(string directory, string revision, string? later, CompilationOptions options) =>
        new(directory, GitProgram.In(directory), revision, later, options);

    /// <summary>The later state.</summary>
    public Compilation OpenLater() =>
        Compilation.Create(later is null ? new DiskFileSystem(directory) : new GitFileSystem(later, objects), options);

    /// <summary>The earlier state, which shares with the later one whatever is the same in both.</summary>
    /// <param name="present">The later state.</param>
    /// <param name="notes">What is not compared.</param>
    public Compilation OpenEarlier(Compilation present, out ImmutableArray<string> notes)
    {
        IPresentFiles files = later is null ? new WorkTree(directory, present.Repository, git, objects) : new RevisionTree(later, new GitFileSystem(later, objects));
        var earlier = RevisionComparison.Of(revision, objects, files, Kept(present));
        notes = earlier.Notes;
        return earlier.Edits is { } edits ? present.With(edits) : Compilation.Create(Configured(present), options);
    }

    /// <inheritdoc/>
    public void Dispose() => objects.Dispose();

    private OverlayFileSystem Configured(Compilation present)
    {
        var configuration = Kept(present).Select(path => KeyValuePair.Create(path, present.Repository.Bytes(path) is { } bytes ? (ImmutableArray<byte>?)[.. bytes] : null));
        return OverlayFileSystem.Over(new GitFileSystem(revision, objects), [.. configuration]);
    }

    /// <summary>The configuration that both are understood with, which may be none.</summary>
    private HashSet<string> Kept(Compilation present) => [.. present.ConfigurationFiles, options.ConfigurationPath];
}
