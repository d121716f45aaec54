using FluxLint.Analysis;
using FluxLint.Cli;
using FluxLint.Cli.Caching;
using FluxLint.Files;
using FluxLint.Reporting;
using FluxLint.Semantics;

namespace FluxLint.MSBuild;

/// <summary>
/// Gives what the last lint gave when nothing has changed since, and else lints: time stamps of inputs alone would let findings vanish,
/// and would not notice a deleted file.
/// </summary>
internal static class LintRun
{
    /// <summary>Finds what there is, and writes the log that is asked for.</summary>
    /// <param name="request">What to lint.</param>
    /// <param name="cache">Where the user keeps what lints gave; null for nowhere.</param>
    /// <param name="warn">Hears which packs are left out.</param>
    /// <param name="cancellation">Stops the lint.</param>
    /// <exception cref="IOException">Something cannot be read or written, or a pack cannot be run that has to.</exception>
    public static LintFindings Run(LintRequest request, CacheDirectory? cache, Action<string> warn, CancellationToken cancellation) =>
        BuildRules.Run(request, warn, (rules, packs) => Run(request, rules, $"build\0{ToolIdentity.Text}\0{packs}\0{request}", cache, cancellation));

    private static LintFindings Run(LintRequest request, RuleSet rules, string key, CacheDirectory? cache, CancellationToken cancellation)
    {
        // It must not be news to the next build.
        if (Path.GetDirectoryName(request.Sarif) is { Length: > 0 } directory)
            Directory.CreateDirectory(directory);
        var usable = cache?.IsOutside(request.Root) == true ? cache : null;
        var found = Find(request, key, usable) ?? Lint(request, rules, key, usable, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (request.Sarif.Length > 0 && !(File.Exists(request.Sarif) && File.ReadAllBytes(request.Sarif).AsSpan().SequenceEqual(found.Sarif)))
            AtomicFile.Write(request.Sarif, stream => stream.Write(found.Sarif));
        return found;
    }

    /// <summary>The ids of the policies that a repository brings.</summary>
    public static IEnumerable<string> Policies(LintRequest request, RuleSet rules) =>
        Compilation.Create(Open(request), new() { ConfigurationPath = request.ConfigurationPath, Rules = rules.Infos }).Configuration.Policies.Select(policy => policy.Id.Value);

    private static LintFindings? Find(LintRequest request, string key, CacheDirectory? cache)
    {
        if (cache?.Find(key) is not { } entry || !entry.IsFresh(Open(request), request.Root, out var isRefreshed))
            return null;
        if (isRefreshed)
            cache.Keep(key, entry);
        var found = LintFindings.Read(entry.Given);
        return found.HoldsUntil < Today ? null : found;
    }

    private static LintFindings Lint(LintRequest request, RuleSet rules, string key, CacheDirectory? cache, CancellationToken cancellation)
    {
        var recording = new RecordingFileSystem(Open(request), request.Root);
        var compilation = Compilation.Create(cache is null ? Open(request) : recording, new() { ConfigurationPath = request.ConfigurationPath, BaselinePath = request.BaselinePath, Rules = rules.Infos });
        var result = Linter.Lint(compilation, rules, new() { Selection = new() { Preset = request.Preset }, Today = Today }, cancellation);
        if (result.Statistics.FilesParsed == 0)
            throw new IOException($"there are no YAML files below '{request.Root}'");

        using var sarif = new MemoryStream();
        if (request.Sarif.Length > 0)
            new SarifReporter().Write(result, new CancelableStream(sarif, cancellation));
        var table = RuleTable.Of(result);
        var found = new LintFindings([.. result.Diagnostics.Select(diagnostic => BuildFinding.Of(diagnostic, table[diagnostic.Id]))], sarif.ToArray(), result.HoldsUntil);
        if (cache is not null && recording.IsComplete && !result.HasCrash)
            cache.Keep(key, CacheEntry.Of(key, found.ToBytes(), recording));
        return found;
    }

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.Now);

    private static IFileSystem Open(LintRequest request) => request.Open(new DiskFileSystem(request.Root));
}
