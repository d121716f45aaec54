using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FluxLint.Analysis;
using FluxLint.Cli.Packs;
using FluxLint.Configuration;
using FluxLint.Packs;
using FluxLint.Packs.Loading;
using FluxLint.Reporting;
using FluxLint.Rules;

namespace FluxLint.MSBuild;

/// <summary>The rules of one build: the built-in ones and those of packs, which are gone when it is over.</summary>
internal static class BuildRules
{
    /// <summary>The rules without packs.</summary>
    public static RuleSet BuiltIn { get; } = RuleSet.Of(new BuiltInRules());

    /// <summary>Does something with the rules, and with what tells their packs from any others.</summary>
    /// <exception cref="IOException">A pack cannot be run that has to, or went beyond a limit.</exception>
    public static T Run<T>(LintRequest request, Action<string> warn, Func<RuleSet, string, T> run) =>
        ConfiguredPacks.Of(request.Files, request.ConfigurationPath, policy: null) is { IsEmpty: false } references
            ? RunLoaded(request, references, warn, run)
            : run(BuiltIn, "");

    // Apart, so that a build without packs does not load what knows how.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T RunLoaded<T>(LintRequest request, ImmutableArray<PackReference> references, Action<string> warn, Func<RuleSet, string, T> run)
    {
        var options = new PackOptions
        {
            Root = request.Root,
            Folder = PackPermission.FolderOf(Environment.GetEnvironmentVariable),
            IsAllowed = PackPermission.Of(request.AllowedPacks).Allows,
            Time = PackLimits.Usual.Time,
            Bytes = PackLimits.Usual.Bytes,
        };
        using var loaded = LoadedPacks.Load(request.Files, references, BuiltIn.Infos, options);
        foreach (var pack in loaded.LeftOut)
        {
            var sentence = $"the pack {pack.Id} was left out: {(pack.Reason == PackOptions.NotAllowed ? "a pack is code, and nobody has allowed it: the property FluxLintAllowPacks does, or FLUXLINT_ALLOW_PACKS in your own environment" : pack.Reason)}";
            if (request.IsLocked)
                throw new IOException(sentence);
            warn(SafeText.Of(sentence));
        }
        try
        {
            var rules = BuiltIn.With(loaded.Packs);
            return loaded.Watch.Run(() => run(rules, loaded.Identity));
        }
        catch (PackException beyondLimit)
        {
            throw new IOException(beyondLimit.Message, beyondLimit);
        }
    }
}
