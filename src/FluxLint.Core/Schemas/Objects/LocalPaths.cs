using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>Paths that stay below the directory that they are of (<c>validateLocalDescendingPath</c>, <c>ValidateLocalNonReservedPath</c>).</summary>
internal static class LocalPaths
{
    /// <summary>Checks a path; one that is not there or empty is none.</summary>
    /// <param name="owner">The mapping with the path.</param>
    /// <param name="field">Its field.</param>
    /// <param name="at">Where the mapping is.</param>
    /// <param name="report">What takes the problem.</param>
    /// <param name="isName">Whether it names a file of a volume, which may not start with two dots.</param>
    public static void Check(YamlMapping owner, string field, ObjectPath at, ObjectReport report, bool isName = false)
    {
        if (owner.Known(field) is not { } path)
            return;
        if (path.Value.StartsWith('/'))
            report.Add(path, $"'{at[field]}' must be relative, and '{path.Value}' starts with '/'");
        else if (LeadsUp(path.Value))
            report.Add(path, $"'{at[field]}' must not lead upwards, and '{path.Value}' has '..'");
        else if (isName && path.Value.StartsWith("..", StringComparison.Ordinal))
            report.Add(path, $"'{at[field]}' must not start with '..', as '{path.Value}' does");
    }

    /// <summary>Whether a step of a path goes to the directory above.</summary>
    public static bool LeadsUp(string path) => path.Split('/').Contains("..");
}
