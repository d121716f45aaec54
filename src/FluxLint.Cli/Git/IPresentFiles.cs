using FluxLint.Files;

namespace FluxLint.Cli.Git;

/// <summary>The files that a revision is compared with.</summary>
internal interface IPresentFiles
{
    /// <summary>The files.</summary>
    IFileSystem Files { get; }

    /// <summary>The paths of those that count, links among them.</summary>
    IEnumerable<string> Paths { get; }

    /// <summary>How what is at a path compares with what a revision has there.</summary>
    Likeness Compare(string path, GitEntry entry);
}
