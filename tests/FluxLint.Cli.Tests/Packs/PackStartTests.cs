using FluxLint.Cli.Tests.Packaging;

namespace FluxLint.Cli.Tests.Packs;

/// <summary>What a run loads, in a process of its own.</summary>
public sealed class PackStartTests
{
    [Fact]
    public async Task A_lint_without_packs_loads_nothing_of_them()
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        repository.Write("fluxlint.yaml", "preset: recommended\n");

        var loaded = await Loaded(repository, "lint");

        Assert.Contains("FluxLint.Core", loaded);
        Assert.DoesNotContain(loaded, name => name is "FluxLint.Packs" or "Newtonsoft.Json" || name.StartsWith("NuGet.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lint_with_packs_loads_no_network_and_of_NuGet_what_compares_versions()
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        await repository.Run("packs", "restore");

        var loaded = await Loaded(repository, "lint", "--allow-packs");

        Assert.Contains("FluxLint.TestPack", loaded);
        Assert.DoesNotContain(loaded, name => (name != "NuGet.Versioning" && name.StartsWith("NuGet.", StringComparison.Ordinal)) || name.StartsWith("System.Net.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rule_that_takes_all_memory_ends_the_lint()
    {
        using var repository = new PackRepository(PackRepository.Contoso with { Behavior = "allocates in check" });
        await repository.Run("packs", "restore");

        var run = ToolRun.Of(repository.Root, [("NUGET_PACKAGES", repository.Packages), ("DOTNET_GCHeapHardLimit", "20000000")], Program, "lint", "--allow-packs", "--no-cache");

        Assert.Equal(ExitCode.CouldNotRun, run.ExitCode);
        Assert.Matches("the process holds more than [0-9]+ MiB while ORG1001 of Contoso.FluxLint is at work", run.Output);
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "fluxlint.exe" : "fluxlint");

    private static async Task<string[]> Loaded(PackRepository repository, params string[] arguments)
    {
        var file = Path.Combine(repository.Packages, "loaded.txt");
        (string, string)[] environment = [("NUGET_PACKAGES", repository.Packages), ("DOTNET_STARTUP_HOOKS", typeof(PackStartTests).Assembly.Location), (StartupHook.Variable, file)];
        var run = ToolRun.Of(repository.Root, environment, Program, [.. arguments, "--no-cache"]);
        Assert.True(File.Exists(file), run.Output);
        return await File.ReadAllLinesAsync(file);
    }
}
