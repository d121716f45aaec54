using System.Runtime.CompilerServices;

namespace FluxLint.Cli.Tests.Packaging;

/// <summary>The repository that the tests belong to.</summary>
internal static class SourceTree
{
    private static readonly string[] Skipped = [".git", "bin", "obj", "TestResults", "artifacts"];

    public static string Root { get; } = FindRoot();

    /// <summary>The blocks of the README in a language.</summary>
    public static IEnumerable<string> ReadmeBlocks(string language) =>
        File.ReadAllText(Path.Combine(Root, "README.md")).ReplaceLineEndings("\n")
            .Split($"\n```{language}\n").Skip(1)
            .Select(rest => rest[..(rest.IndexOf("\n```", StringComparison.Ordinal) + 1)]);

    /// <summary>Copies what is source, as it is now.</summary>
    /// <param name="target">The folder to make.</param>
    /// <param name="part">The part of the repository; all of it where nothing is said.</param>
    public static void CopyTo(string target, string part = "") => Copy(new(Path.Combine(Root, part)), target);

    // The .git of a worktree is a file that leads to the repository itself: whatever was done to a copy would be done to that.
    private static void Copy(DirectoryInfo source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in source.EnumerateFiles().Where(file => !Skipped.Contains(file.Name)))
            file.CopyTo(Path.Combine(target, file.Name));
        foreach (var directory in source.EnumerateDirectories().Where(directory => !Skipped.Contains(directory.Name)))
            Copy(directory, Path.Combine(target, directory.Name));
    }

    private static string FindRoot([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file) ?? "", "../../.."));
}
