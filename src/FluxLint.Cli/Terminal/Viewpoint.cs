namespace FluxLint.Cli.Terminal;

/// <summary>From where a reader sees a repository.</summary>
/// <param name="Root">Full path of the root of the repository.</param>
/// <param name="Directory">Full path of the directory that the reader is in.</param>
internal sealed record Viewpoint(string Root, string Directory)
{
    private readonly bool isAtRoot = Root == Directory;
    private readonly bool isInLine = IsWithin(Root, Directory) || IsWithin(Directory, Root);

    /// <summary>The path that leads the reader to a file of the repository; a full one where neither holds the other.</summary>
    public string PathOf(string path) =>
        isAtRoot || path.Length == 0 ? path : (isInLine ? Path.GetRelativePath(Directory, Path.Join(Root, path)) : Path.Join(Root, path)).Replace('\\', '/');

    private static bool IsWithin(string directory, string path) =>
        !Path.IsPathRooted(Path.GetRelativePath(directory, path)) && Path.GetRelativePath(directory, path).Split(Path.DirectorySeparatorChar)[0] != "..";
}
