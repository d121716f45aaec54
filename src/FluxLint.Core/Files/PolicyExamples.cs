using System.Text.RegularExpressions;

namespace FluxLint.Files;

/// <summary>
/// The files beside policies that say what these find: <c>ORG1001.test.yaml</c>, <c>ORG1001.words.test.yaml</c>, and the folders of such names without <c>.yaml</c>. They are no
/// part of what a repository gives its clusters.
/// </summary>
internal static partial class PolicyExamples
{
    /// <summary>What the name of a file with policies ends in.</summary>
    public const string PolicySuffix = ".fluxlint-policy.yaml";

    private const string File = ".test.yaml";
    private const string Folder = ".test";

    /// <summary>Whether a file holds policies, by its name.</summary>
    public static bool IsPolicyFile(string path) => path.EndsWith(PolicySuffix, StringComparison.Ordinal);

    /// <summary>The directories that have policies.</summary>
    public static HashSet<string> DirectoriesOf(IEnumerable<string> files) => files.Where(IsPolicyFile).Select(RepositoryPath.Parent).ToHashSet(StringComparer.Ordinal);

    /// <summary>The example that a file is, or is a part of; null when it is none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="directories">The directories that have policies.</param>
    public static string? Of(string path, IReadOnlySet<string> directories)
    {
        if (directories.Count == 0)
            return null;
        for (var (at, isFile) = (path, true); at.Length > 0; (at, isFile) = (RepositoryPath.Parent(at), false))
        {
            if (at.EndsWith(isFile ? File : Folder, StringComparison.Ordinal) && Start().IsMatch(RepositoryPath.FileName(at)) && directories.Contains(RepositoryPath.Parent(at)))
                return at;
        }
        return null;
    }

    // The id of a policy.
    [GeneratedRegex("^[A-Z][A-Z-]{1,15}[0-9]{1,6}\\.")]
    private static partial Regex Start();
}
