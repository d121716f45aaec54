using System.Collections.Immutable;
using FluxLint.Files;

namespace FluxLint.Flux;

/// <summary>
/// Where the files of an artifact are in the one source that they come from: artifacts that keep the layout of a directory
/// can be built from that directory. Paths as <c>internal/builder/builder.go</c> of source-watcher makes them.
/// </summary>
internal sealed class ArtifactLayout
{
    private readonly ImmutableArray<string> parts;

    private ArtifactLayout(SourceReference source, string root, ImmutableArray<string> parts)
    {
        Source = source;
        Root = root;
        this.parts = parts;
    }

    /// <summary>The source of all files.</summary>
    public SourceReference Source { get; }

    /// <summary>The directory of the source that the artifact is a part of.</summary>
    public string Root { get; }

    /// <summary>Reads an artifact; null where its files come from several sources, change their places among each other, or are not copied as they are.</summary>
    /// <param name="generator">What makes it.</param>
    /// <param name="name">Its name.</param>
    public static ArtifactLayout? Of(ArtifactGenerator generator, string name)
    {
        if (generator.HasUnknownNames || generator.Artifacts.FirstOrDefault(artifact => artifact.Name?.Value == name) is not { } made)
            return null;
        var copies = made.Copies.Select(CopiedPath.Of).ToList();
        if (copies is not [{ } first, ..] || copies.Exists(copy => copy is null || copy.Alias != first.Alias || copy.Root != first.Root))
            return null;
        var source = generator.Sources.FirstOrDefault(candidate => candidate.Alias?.Value == first.Alias);
        return source is null ? null : new(source.Reference, first.Root, [.. copies.OfType<CopiedPath>().Select(copy => copy.To)]);
    }

    /// <summary>Whether all of a directory is in the artifact: true, false where none of it is, null where a part of it is.</summary>
    /// <param name="directory">A directory of the artifact, in its shortest form.</param>
    public bool? Contains(string directory)
    {
        if (parts.Any(part => RepositoryPath.IsWithin(part, directory)))
            return true;
        return parts.Any(part => RepositoryPath.IsWithin(directory, part)) ? null : false;
    }
}
