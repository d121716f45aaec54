using FluxLint.Files;

namespace FluxLint.Packs;

/// <summary>Judges the folder that packages lie in: what is in it counts as put there by the user.</summary>
internal static class PackageFolder
{
    /// <summary>Why a folder is not taken, without a full stop; null when it is.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="repository">Full path of the repository that is linted: what somebody commits there must not pass for a package of the user.</param>
    public static string? ProblemOf(string folder, string repository) =>
        !Path.IsPathFullyQualified(folder) ? "there is no folder for packages: neither NUGET_PACKAGES nor the home directory of the user is a full path"
        : IsInside(Path.GetFullPath(folder), Path.GetFullPath(repository)) || IsInside(DiskFileSystem.RealPath(Path.GetFullPath(folder)), DiskFileSystem.RealPath(Path.GetFullPath(repository)))
            ? $"the folder for packages, '{folder}', lies in the repository, which could bring packages along: set NUGET_PACKAGES to one outside"
        : null;

    private static bool IsInside(string folder, string repository) =>
        Path.GetRelativePath(repository, folder) is var relative && relative != ".." && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !Path.IsPathRooted(relative);
}
