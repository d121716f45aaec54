using System.Text;
using System.Text.Json;
using FluxLint.Files;

namespace FluxLint.Packs.Locking;

/// <summary>Reads and writes <c>fluxlint.lock.json</c>. A repository brings it along, so nothing in it is taken on trust.</summary>
internal static class PackLockFile
{
    private const int LongestId = 100;

    // Whoever restores means what is locked, and would not see that it is gone.
    private const string Anew = "'fluxlint packs update' writes it anew";

    /// <summary>The lock of a repository; null when there is none, or it is not one.</summary>
    /// <param name="files">The repository.</param>
    /// <param name="problem">What is wrong; empty when nothing is.</param>
    public static PackLock? Read(IFileSystem files, out string problem)
    {
        problem = "";
        try
        {
            if (!files.FileExists(PackLock.FileName))
                problem = $"there is no {PackLock.FileName}: 'fluxlint packs restore' writes it";
            else if (JsonSerializer.Deserialize(WithoutMark(files.ReadAllBytes(PackLock.FileName)), PackLockJson.Default.PackLock) is not { } read)
                problem = $"{PackLock.FileName} is empty: {Anew}";
            else if (read.Version != PackLock.CurrentVersion)
                problem = $"{PackLock.FileName} has version {read.Version} of the format, and this is version {PackLock.CurrentVersion}: update fluxlint, or {Anew}";
            else if (WrongPart(read) is { } part)
                problem = $"{PackLock.FileName} has {part}, which no restore wrote: {Anew}";
            else
                return read;
        }
        catch (JsonException wrong)
        {
            problem = $"{PackLock.FileName} is not what a restore wrote (line {(wrong.LineNumber ?? 0) + 1}): {Anew}";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            problem = $"{PackLock.FileName} cannot be read: {unreadable.Message}";
        }
        return null;
    }

    /// <summary>The bytes of a lock: the same for the same lock on every system.</summary>
    public static byte[] ToBytes(PackLock content) =>
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(content, PackLockJson.Default.PackLock).ReplaceLineEndings("\n") + "\n");

    // Editors of Windows write it.
    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> text) => text.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text;

    // Ids, versions and paths become parts of paths.
    private static string? WrongPart(PackLock content)
    {
        var packs = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pack in content.Packs)
        {
            if (pack?.Packages is null || !IsName(pack.Id))
                return "a pack without a name";
            if (!packs.Add(pack.Id))
                return $"the pack '{pack.Id}' twice";
            var packages = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var package in pack.Packages)
            {
                if (package is null || !IsName(package.Id) || !IsName(package.Version))
                    return $"a package of '{pack.Id}' without a name";
                if (!packages.Add(package.Id))
                    return $"the package '{package.Id}' of '{pack.Id}' twice";
                if (package.Id.Equals(pack.Id, StringComparison.OrdinalIgnoreCase) && package.Version != pack.Version)
                    return $"the versions {pack.Version} and {package.Version} of '{pack.Id}'";
                if (package.Assemblies.Keys.FirstOrDefault(path => !IsPath(path)) is { } path)
                    return $"a path '{path}'";
            }
            if (!packages.Contains(pack.Id))
                return $"the pack '{pack.Id}' without its own package";
        }
        return null;
    }

    private static bool IsName(string text) =>
        text.Length is > 0 and <= LongestId && char.IsAsciiLetterOrDigit(text[0]) | text[0] == '_' && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+') && !text.Contains("..", StringComparison.Ordinal);

    /// <summary>Whether a path in a package may be that of an assembly.</summary>
    public static bool IsPath(string path) =>
        path.StartsWith("lib/", StringComparison.Ordinal) && path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && path.Split('/').All(part => part is not ("" or "." or "..") && !part.AsSpan().ContainsAny('\\', ':', '\0'));
}
