namespace FluxLint.Files;

/// <summary>Arithmetic on paths below a repository root: <c>/</c> between parts, no leading or trailing <c>/</c>, <c>""</c> for the root.</summary>
public static class RepositoryPath
{
    /// <summary>The shortest form of a path from the root; null when it is absolute or leaves the root.</summary>
    public static string? Normalize(string path) => Combine("", path);

    /// <summary>The path that a relative path means in a directory; null when it is absolute or leaves the root.</summary>
    /// <param name="directory">A directory in its shortest form.</param>
    /// <param name="relative">A relative path such as <c>../overlays/x</c>.</param>
    public static string? Combine(string directory, string relative)
    {
        if (relative.StartsWith('/'))
            return null;
        while (relative.StartsWith("../", StringComparison.Ordinal) && directory.Length > 0)
            (directory, relative) = (Parent(directory), relative[3..]);
        if (IsNormal(relative))
            return directory.Length == 0 || relative.Length == 0 ? directory + relative : $"{directory}/{relative}";

        var parts = new List<string>(Parts(directory));
        foreach (var part in Parts(relative))
        {
            if (part == ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else
                return null;
        }
        return string.Join('/', parts);
    }

    /// <summary>The path from a directory to something else, such as <c>../../infrastructure/x</c>; <c>.</c> for the directory itself.</summary>
    /// <param name="directory">A directory in its shortest form.</param>
    /// <param name="path">A path in its shortest form.</param>
    public static string Relative(string directory, string path)
    {
        var from = Parts(directory);
        var to = Parts(path);
        var shared = 0;
        while (shared < from.Length && shared < to.Length && from[shared] == to[shared])
            shared++;
        var relative = string.Join('/', Enumerable.Repeat("..", from.Length - shared).Concat(to[shared..]));
        return relative.Length == 0 ? "." : relative;
    }

    /// <summary>The directory that holds a path; the root for the root itself.</summary>
    public static string Parent(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";

    /// <summary>The last part of a path.</summary>
    public static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>Whether two files have the same name but for the extension.</summary>
    internal static bool HaveSameStem(string path, string other) => Stem(FileName(path)) == Stem(FileName(other));

    /// <summary>A path without its extension.</summary>
    internal static string Stem(string path) => path.LastIndexOf('.') is var dot && dot > path.LastIndexOf('/') + 1 ? path[..dot] : path;

    /// <summary>Whether a path is a directory itself or lies below it.</summary>
    public static bool IsWithin(string directory, string path) =>
        directory.Length == 0
        || (path.StartsWith(directory, StringComparison.Ordinal) && (path.Length == directory.Length || path[directory.Length] == '/'));

    internal static string[] Parts(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a relative path is in its shortest form, and leads down only.</summary>
    internal static bool IsNormal(string path)
    {
        var rest = path.AsSpan();
        while (rest.Length > 0)
        {
            var slash = rest.IndexOf('/');
            if ((slash < 0 ? rest : rest[..slash]) is "" or "." or ".." || slash == rest.Length - 1)
                return false;
            rest = slash < 0 ? [] : rest[(slash + 1)..];
        }
        return true;
    }
}
