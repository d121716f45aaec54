using System.Diagnostics;
using System.Globalization;
using FluxLint.Cli.Tests.Commands;

namespace FluxLint.Cli.Tests.Hostile;

/// <summary>Fixes that are killed under way, or made twice at once: every file is as it was or as it should be.</summary>
public sealed class KillTests : IDisposable
{
    private const int Files = 60;

    /// <summary>How many runs are killed; FLUXLINT_KILLS asks for more.</summary>
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("FLUXLINT_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var more) ? more : 20;

    private readonly SmallRepository repository = new();

    public KillTests() => Reset();

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task A_fix_that_is_killed_leaves_every_file_whole()
    {
        if (OperatingSystem.IsWindows())
            return;
        var (before, watch) = (Read(), Stopwatch.StartNew());
        await Finish(Start());
        var (after, all) = (Read(), watch.Elapsed);
        Assert.Equal(Files, before.Keys.Count(path => before[path] != after[path]));

        for (var kill = 0; kill < Kills; kill++)
        {
            Reset();
            using var process = Start();
            // Spread over a whole run, and a little beyond.
            await Task.Delay(all * (1.1 * kill / Kills));
            process.Kill();
            await process.WaitForExitAsync();

            Assert.All(Read(), file => Assert.True(file.Value == before[file.Key] || file.Value == after[file.Key], $"{file.Key} is neither old nor new after kill {kill}"));
        }
        Age();
        await Finish(Start());

        Assert.Equal(after, Read());
        Assert.DoesNotContain(Directory.GetFiles(repository.Root, ".fluxlint-*", SearchOption.AllDirectories), _ => true);
    }

    [Fact]
    public async Task Two_who_fix_at_once_lose_nothing()
    {
        var before = Read();
        await Finish(Start());
        var after = Read();
        Reset();

        await Task.WhenAll(Finish(Start()), Finish(Start()));

        Assert.All(Read(), file => Assert.True(file.Value == before[file.Key] || file.Value == after[file.Key], $"{file.Key} is neither old nor new"));
        await Finish(Start());
        Assert.Equal(after, Read());
    }

    private void Reset()
    {
        for (var i = 0; i < Files; i++)
            repository.Write($"clusters/one/{i}.yaml", $"apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {{name: k{i}, namespace: flux-system}}\nspec:\n  interval: 10m\n  path: ./apps\n  sourceRef: {{kind: GitRepository, name: flux-system}}\n");
        repository.Write("apps/settings.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: apps}\n");
    }

    /// <summary>Lets a minute pass, after which who has not written is known to be dead.</summary>
    private void Age()
    {
        foreach (var file in Directory.GetFiles(repository.Root, ".fluxlint-*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(-2));
    }

    private Dictionary<string, string> Read() => Directory.GetFiles(Path.Combine(repository.Root, "clusters/one"), "*.yaml")
        .Where(path => !Path.GetFileName(path).StartsWith('.'))
        .Order(StringComparer.Ordinal).ToDictionary(path => path, File.ReadAllText, StringComparer.Ordinal);

    private static async Task Finish(Process process)
    {
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(TestedProgram.Path, ["lint", "--fix", "--quiet", "--output", "json=/dev/null"]) { WorkingDirectory = repository.Root };
        start.Environment["XDG_CACHE_HOME"] = "/dev/null";
        return Process.Start(start) ?? throw new InvalidOperationException();
    }
}
