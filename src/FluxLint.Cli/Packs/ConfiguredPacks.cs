using System.Collections.Immutable;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
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

    /// <summary>The packs of a configuration in which nothing is wrong: what it does not say because of a mistake must not be taken for gone. Null where something is.</summary>
    /// <param name="files">The repository.</param>
    /// <param name="path">Path of the configuration.</param>
    /// <param name="policy">Where that is instead; null when it is in the repository.</param>
    /// <param name="rules">The rules that it may name besides those of packs.</param>
    /// <param name="problem">What is wrong; empty when nothing is.</param>
    public static ImmutableArray<PackReference>? Read(IFileSystem files, string path, OutsidePolicy? policy, ImmutableArray<RuleInfo> rules, out string problem)
    {
        problem = "";
        try
        {
            var repository = Repository.Open(files);
            var read = new ConfigurationChain(repository, rules, policy).Read(path);
            var trees = policy is null ? read.Files.Select(repository.Tree) : [policy.Tree(path)];
            if (trees.SelectMany(tree => tree?.Problems ?? []).FirstOrDefault() is { } broken)
            {
                problem = $"{broken.Location}: {broken.Message}";
                return null;
            }
            // A pack may have the rule that is not known.
            if (read.Problems.FirstOrDefault(wrong => wrong is { IsWarning: false, IsUnknownRule: false }) is not { } mistake)
                return read.Configuration.Packs;
            problem = $"{mistake.Location}: {mistake.Message}";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            problem = $"'{path}' cannot be read: {unreadable.Message}";
        }
        return null;
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
