using System.Text;
using System.Text.Json;
using FluxLint.Files;

namespace FluxLint.Packs.Locking;

/// <summary>Reads and writes <c>fluxlint.lock.json</c>. A repository brings it along, so nothing in it is taken on trust.</summary>
internal static class PackLockFile
{
    private const int LongestId = 100;

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
            else if (JsonSerializer.Deserialize(files.ReadAllBytes(PackLock.FileName), PackLockJson.Default.PackLock) is not { } read)
                problem = $"{PackLock.FileName} is empty: 'fluxlint packs restore' writes it anew";
            else if (read.Version != PackLock.CurrentVersion)
                problem = $"{PackLock.FileName} has version {read.Version} of the format, and this is version {PackLock.CurrentVersion}: update fluxlint, or run 'fluxlint packs restore'";
            else if (WrongPart(read) is { } part)
                problem = $"{PackLock.FileName} has {part}, which no restore wrote: 'fluxlint packs restore' writes it anew";
            else
                return read;
        }
        catch (JsonException wrong)
        {
            problem = $"{PackLock.FileName} is not what a restore wrote (line {(wrong.LineNumber ?? 0) + 1}): 'fluxlint packs restore' writes it anew";
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

    // Ids, versions and paths become parts of paths.
    private static string? WrongPart(PackLock content)
    {
        foreach (var pack in content.Packs)
        {
            if (pack?.Packages is null || !IsName(pack.Id))
                return "a pack without a name";
            foreach (var package in pack.Packages)
            {
                if (package is null || !IsName(package.Id) || !IsName(package.Version))
                    return $"a package of '{pack.Id}' without a name";
                if (package.Assemblies.Keys.FirstOrDefault(path => !IsPath(path)) is { } path)
                    return $"a path '{path}'";
            }
        }
        return null;
    }

    private static bool IsName(string text) =>
        text.Length is > 0 and <= LongestId && char.IsAsciiLetterOrDigit(text[0]) | text[0] == '_' && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+') && !text.Contains("..", StringComparison.Ordinal);

    private static bool IsPath(string path) =>
        path.StartsWith("lib/", StringComparison.Ordinal) && path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && path.Split('/').All(part => part is not ("" or "." or "..") && !part.AsSpan().ContainsAny('\\', ':', '\0'));
}
