using System.Collections.Concurrent;
using FluxLint.Cli.Caching;
using FluxLint.Diagnostics;
using Microsoft.Build.Framework;

namespace FluxLint.MSBuild;

/// <summary>The task: lints a repository and logs what it finds, or what it found when nothing has changed since.</summary>
public sealed class Lint : ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource cancellation = new();

    /// <inheritdoc/>
    public required IBuildEngine BuildEngine { get; set; }

    /// <inheritdoc/>
    public ITaskHost? HostObject { get; set; }

    /// <summary>Full path of the repository.</summary>
    [Required]
    public required string Root { get; set; }

    /// <summary>Full path of the configuration; empty for <c>fluxlint.yaml</c> at the root.</summary>
    public string Configuration { get; set; } = "";

    /// <summary>The preset to use in place of the configured one; empty for that.</summary>
    public string Preset { get; set; } = "";

    /// <summary>Full path of the baseline to use in place of the configured one; empty for that.</summary>
    public string Baseline { get; set; } = "";

    /// <summary>Full path of the SARIF log to write; empty for none.</summary>
    public string Sarif { get; set; } = "";

    /// <summary>The packs that may run: ids with commas between them, or <c>all</c>.</summary>
    public string AllowedPacks { get; set; } = "";

    /// <summary>Whether a pack that is left out fails the build.</summary>
    public bool Locked { get; set; }

    /// <summary>Whether every warning fails the build.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <summary>Ids that are not reported, separated by commas or semicolons.</summary>
    public string NoWarn { get; set; } = "";

    /// <summary>Ids whose warnings fail the build.</summary>
    public string WarningsAsErrors { get; set; } = "";

    /// <summary>Ids whose warnings do not fail the build, whatever the other properties say.</summary>
    public string WarningsNotAsErrors { get; set; } = "";

    /// <inheritdoc/>
    public bool Execute()
    {
        var log = new BuildLog(BuildEngine, Root);
        try
        {
            if (LintRequest.Create(Root, Configuration, Preset, Baseline, Sarif, out var problem) is not { } request)
                return log.Fail(problem);
            var warnings = new ConcurrentQueue<string>();
            request = request with { AllowedPacks = AllowedPacks, IsLocked = Locked };
            // A lint that does not hear at once that the build is cancelled ends by itself, and nobody has to wait for that.
            var run = Task.Run(() => LintRun.Run(request, CacheDirectory.Of(Environment.GetEnvironmentVariable), warnings.Enqueue, cancellation.Token));
            var found = run.WaitAsync(cancellation.Token).GetAwaiter().GetResult();
            foreach (var warning in warnings)
                log.Warn(warning);
            return Report(found.Findings, log);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return log.Fail($"FluxLint could not run: {failure.Message}");
        }
    }

    /// <inheritdoc/>
    public void Cancel() => cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => cancellation.Dispose();

    private bool Report(IReadOnlyList<BuildFinding> findings, BuildLog log)
    {
        var severities = new BuildSeverities(TreatWarningsAsErrors, NoWarn, WarningsAsErrors, WarningsNotAsErrors);
        var passed = true;
        foreach (var finding in findings)
        {
            if (cancellation.IsCancellationRequested)
                return false;
            var severity = severities.Of(finding.Id, finding.Severity);
            log.Write(finding, severity);
            passed &= severity != Severity.Error;
        }
        return passed;
    }
}
