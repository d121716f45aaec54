using System.Runtime.Loader;
using FluxLint.Cli.Packs;
using FluxLint.Cli.Tests.Commands;

namespace FluxLint.Cli.Tests.Packs;

/// <summary>What a user does with a pack: restores it, and lints with it.</summary>
public sealed class PackTests
{
    [Fact]
    public async Task A_pack_from_a_folder_is_restored_locked_and_run()
    {
        using var repository = new PackRepository(PackRepository.Contoso, PackRepository.Contoso with { Version = "2.0.0" });

        var restored = await repository.Run("packs", "restore");
        var linted = await repository.Run("lint", "--allow-packs", "--select", "ORG1001");

        Assert.True(restored.Error.Length == 0, restored.Error);
        Assert.Equal("Contoso.FluxLint 1.2.3 (new)\n", restored.Output);
        Assert.Contains("'settings' has no label 'owner'", linted.Output, StringComparison.Ordinal);
        Assert.Equal(("", ExitCode.Findings), (linted.Error, linted.ExitCode));
    }

    [Fact]
    public async Task A_pack_is_gone_when_the_run_is_over_and_its_file_is_free()
    {
        using var repository = new PackRepository(PackRepository.Contoso with { Version = "7.7.7" });
        repository.Ask("Contoso.FluxLint", "7.7.7");
        Assert.Contains("ORG1001", (await repository.RestoreAndLint()).Output, StringComparison.Ordinal);

        for (var i = 0; i < 20 && AssemblyLoadContext.All.Any(IsOfPack); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.DoesNotContain(AssemblyLoadContext.All, IsOfPack);

        static bool IsOfPack(AssemblyLoadContext context) => context.Name == "Contoso.FluxLint 7.7.7";
    }

    [Fact]
    public async Task A_lint_in_the_cache_knows_its_packs()
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        var cache = Directory.CreateDirectory(Path.Combine(repository.Packages, "cache"));
        await repository.Run("packs", "restore");

        var allowed = await Lint(PackPermission.All);
        var again = await Lint(PackPermission.All);
        var leftOut = await Lint(PackPermission.None);
        (PackRepository.Contoso with { RuleId = "ORG1009", Version = "1.2.4" }).WriteTo(repository.Feed);
        await repository.Run("packs", "update");
        var updated = await Lint(PackPermission.All);

        Assert.Contains("ORG1001", allowed.Output, StringComparison.Ordinal);
        Assert.Equal(allowed, again);
        Assert.DoesNotContain("ORG1001", leftOut.Output, StringComparison.Ordinal);
        Assert.Contains("ORG1009", updated.Output, StringComparison.Ordinal);

        Task<CommandRun> Lint(PackPermission allowed) =>
            CommandRun.Of(session => session with { PackageFolder = repository.Packages, AllowedPacks = allowed, Cache = new(cache.FullName) }, repository.Root, "lint");
    }

    [Fact]
    public async Task A_pack_that_nobody_allows_is_left_out()
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        await repository.Run("packs", "restore");

        var linted = await repository.Run("lint");
        var locked = await repository.Run("lint", "--locked");

        Assert.DoesNotContain("ORG1001", linted.Output, StringComparison.Ordinal);
        Assert.StartsWith("warning: the pack Contoso.FluxLint was left out: a pack is code, and nobody has allowed it", linted.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.CouldNotRun, locked.ExitCode);
        Assert.StartsWith("error: the pack Contoso.FluxLint was left out", locked.Error, StringComparison.Ordinal);
    }
}
