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
