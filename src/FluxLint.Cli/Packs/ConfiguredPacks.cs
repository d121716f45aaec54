using System.Collections.Immutable;
using FluxLint.Configuration;
using FluxLint.Files;

namespace FluxLint.Cli.Packs;

/// <summary>Finds the packs that a configuration names, before it is read with the rules of these.</summary>
internal static class ConfiguredPacks
{
    /// <summary>The packs.</summary>
    /// <param name="files">The repository.</param>
    /// <param name="path">Path of the configuration.</param>
    /// <param name="policy">Where that is instead; null when it is in the repository.</param>
    public static ImmutableArray<PackReference> Of(IFileSystem files, string path, OutsidePolicy? policy)
    {
        try
        {
            return policy is null && !MayNameSome(files, path)
                ? []
                : new ConfigurationChain(Repository.Open(files), [], policy).Read(path).Configuration.Packs;
        }
        // Whoever reads it next says so.
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // Most configurations do not, and a run that is in the cache should not have to parse one to know. Escapes can spell any word.
    private static bool MayNameSome(IFileSystem files, string path)
    {
        if (!files.FileExists(path))
            return false;
        var text = files.ReadAllBytes(path).AsSpan();
        return text.IndexOf("packs"u8) >= 0 || text.IndexOf("extends"u8) >= 0 || text.Contains((byte)'\\') || text.Contains((byte)0);
    }
}
