using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.Cli;
using FluxLint.Files;
using FluxLint.Reporting;
using FluxLint.Rules;
using FluxLint.Semantics;

namespace FluxLint.MSBuild;

/// <summary>Lints, and leaves a SARIF log and a manifest.</summary>
internal static class LintRun
{
    /// <summary>The rules that a lint runs.</summary>
    public static RuleSet RuleSet { get; } = RuleSet.Of(new BuiltInRules());

    /// <exception cref="IOException">Something cannot be read or written.</exception>
    public static ImmutableArray<BuildFinding> Run(LintRequest request, CancellationToken cancellation)
    {
        // They must not be news to the next build.
        Directory.CreateDirectory(request.CacheDirectory);
        if (Path.GetDirectoryName(request.Sarif) is { Length: > 0 } directory)
            Directory.CreateDirectory(directory);

        var recording = new RecordingFileSystem(request.Open(new DiskFileSystem(request.Root)), request.Root);
        var compilation = Compilation.Create(recording, new() { ConfigurationPath = request.ConfigurationPath, Rules = RuleSet.Infos });
        var result = Linter.Lint(compilation, RuleSet, new() { Selection = new() { Preset = request.Preset } }, cancellation);
        if (result.Statistics.FilesParsed == 0)
            throw new IOException($"there are no YAML files below '{request.Root}'");

        if (request.Sarif.Length > 0)
            AtomicFile.Write(request.Sarif, stream => new SarifReporter().Write(result, stream));
        var table = RuleTable.Of(result);
        ImmutableArray<BuildFinding> findings = [.. result.Diagnostics.Select(diagnostic => BuildFinding.Of(diagnostic, table[diagnostic.Id]))];
        if (recording.IsComplete)
            Manifest.Write(request, recording, findings);
        return findings;
    }
}
