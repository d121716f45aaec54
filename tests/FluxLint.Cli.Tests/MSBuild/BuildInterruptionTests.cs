using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FluxLint.Cli.Tests.Packaging;

namespace FluxLint.Cli.Tests.MSBuild;

/// <summary>Builds of a large fleet that the user ends: they end soon, and what they leave is whole.</summary>
[Collection(TaskCollection.Name)]
public sealed class BuildInterruptionTests(TaskFeed feed) : IDisposable
{
    private const int Clusters = 1_500;

    // On a machine with much else to do. A lint that does not hear of it takes longer than a test waits.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>How many builds are ended; FLUXLINT_KILLS asks for more.</summary>
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("FLUXLINT_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var more) ? more : 1;

    private readonly SampleRepository repository = new(feed);

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task A_build_that_is_interrupted_ends_and_leaves_no_partial_file()
    {
        if (OperatingSystem.IsWindows())
            return;
        repository.Write("app.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <FluxLintSarif>fluxlint.sarif</FluxLintSarif>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="FluxLint.MSBuild" Version="{PackageFeed.Version}" />
              </ItemGroup>
            </Project>
            """);
        for (var i = 0; i < Clusters; i++)
            repository.Write($"clusters/c{i}/kustomization.yaml", $"resources: [missing-{i}.yaml]\nnamePrefix: c{i}-\n");
        repository.Restore();
        var watch = Stopwatch.StartNew();
        repository.Build();
        var all = watch.Elapsed;
        var whole = AssertIsWhole();
        Assert.NotNull(whole);

        for (var kill = 0; kill < Kills; kill++)
        {
            Directory.Delete(repository.Cache, recursive: true);
            File.Delete(Path.Combine(repository.Root, "fluxlint.sarif"));
            using var build = repository.Start("build", "--no-restore", "--disable-build-servers", "-nodeReuse:false", "-maxCpuCount:1");
            var output = build.StandardOutput.ReadToEndAsync();
            await Task.Delay(all * ((kill + 1.0) / (Kills + 1)));

            using (var signal = Process.Start("kill", ["-INT", $"{build.Id}"]))
                await signal.WaitForExitAsync();

            await build.WaitForExitAsync().WaitAsync(Patience);
            await output.WaitAsync(Patience);
            Assert.True(AssertIsWhole() is var left && (left is null || left == whole), $"another log after interruption {kill}");
        }
    }

    /// <summary>The log; null when there is none.</summary>
    private string? AssertIsWhole()
    {
        foreach (var directory in (string[])[repository.Root, repository.UserCache])
            Assert.Empty(Directory.GetFiles(directory, ".fluxlint-*", SearchOption.AllDirectories));
        var log = Path.Combine(repository.Root, "fluxlint.sarif");
        if (!File.Exists(log))
            return null;
        var text = File.ReadAllText(log);
        JsonDocument.Parse(text).Dispose();
        return text;
    }
}
