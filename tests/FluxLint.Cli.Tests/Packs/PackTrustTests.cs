using FluxLint.Cli.Packs;

namespace FluxLint.Cli.Tests.Packs;

/// <summary>A pack runs when it is locked, is what was locked, and the user allows it.</summary>
public sealed class PackTrustTests
{
    private const string LeftOut = "warning: the pack Contoso.FluxLint was left out: ";

    [Fact]
    public async Task The_environment_of_the_user_allows_packs_by_name()
    {
        using var repository = new PackRepository(PackRepository.Contoso) { Allowed = PackPermission.Of("Fabrikam.FluxLint, contoso.fluxlint") };
        await repository.Run("packs", "restore");

        Assert.Contains("ORG1001", (await repository.Run("lint")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("all", true)]
    [InlineData("ALL", true)]
    [InlineData("Other, All", true)]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("true, Other", false)]
    [InlineData("Other", false)]
    [InlineData("Other;Contoso.FluxLint", true)]
    public void The_variable_has_ids_or_all(string? value, bool allows) => Assert.Equal(allows, PackPermission.Of(value).Allows("Contoso.FluxLint"));

    [Fact]
    public async Task What_was_changed_after_it_was_restored_does_not_run()
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        await repository.Run("packs", "restore");
        var assembly = Path.Combine(repository.Packages, "contoso.fluxlint/1.2.3/lib/net10.0/FluxLint.TestPack.dll");
        File.WriteAllBytes(assembly, [.. File.ReadAllBytes(assembly), 0]);

        var run = await repository.Run("lint", "--allow-packs");
        var locked = await repository.Run("lint", "--allow-packs", "--locked");
        var restored = await repository.Run("packs", "restore");

        Assert.StartsWith($"{LeftOut}'{assembly}' is not what fluxlint.lock.json has the hash of", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ORG1001", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.CouldNotRun, locked.ExitCode);
        Assert.StartsWith($"error: '{assembly}' is not what 'contoso.fluxlint.1.2.3.nupkg' has: delete", restored.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"lib/net10.0/FluxLint.TestPack.dll\": \"", "\"lib/net10.0/FluxLint.TestPack.dll\": \"A", "'", "fluxlint.lock.json has other assemblies of Contoso.FluxLint 1.2.3 than the package")]
    [InlineData("\"contentHash\": \"", "\"contentHash\": \"A", "", "Contoso.FluxLint 1.2.3 has another content than the one in fluxlint.lock.json")]
    public async Task A_lock_that_was_changed_is_noticed(string was, string becomes, string linted, string restored)
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        await repository.Run("packs", "restore");
        File.WriteAllText(repository.Lock, File.ReadAllText(repository.Lock).Replace(was, becomes, StringComparison.Ordinal));

        var run = await repository.Run("lint", "--allow-packs");
        var restore = await repository.Run("packs", "restore", "--locked");

        Assert.StartsWith(linted.Length == 0 ? "" : LeftOut + linted, run.Error, StringComparison.Ordinal);
        Assert.StartsWith($"error: {restored}", restore.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.CouldNotRun, restore.ExitCode);
    }

    [Theory]
    [InlineData("lib/net10.0/FluxLint.TestPack.dll", "lib/../../../secret.dll")]
    [InlineData("\"id\": \"Contoso.FluxLint\"", "\"id\": \"../Contoso\"")]
    [InlineData("\"version\": 1", "\"version\": 9")]
    [InlineData("\"requested\"", "\"wanted\"")]
    [InlineData("{", "")]
    public async Task A_lock_that_no_restore_wrote_is_not_read(string was, string becomes)
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        await repository.Run("packs", "restore");
        File.WriteAllText(repository.Lock, File.ReadAllText(repository.Lock).Replace(was, becomes, StringComparison.Ordinal));

        var run = await repository.Run("lint", "--allow-packs");

        Assert.StartsWith($"{LeftOut}fluxlint.lock.json ", run.Error, StringComparison.Ordinal);
        Assert.Contains("'fluxlint packs update'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_that_is_not_whole_is_not_taken()
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        await repository.Run("packs", "restore");
        var package = Path.Combine(repository.Packages, "contoso.fluxlint/1.2.3/contoso.fluxlint.1.2.3.nupkg");
        File.WriteAllText(package, "no package");

        var run = await repository.Run("packs", "restore");

        Assert.StartsWith($"error: '{package}' is no whole package", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_policy_of_nuget_config_on_signatures_holds()
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        repository.Configure($"""<packageSources><clear /><add key="feed" value="{repository.Feed}" /></packageSources><config><add key="signatureValidationMode" value="require" /></config>""");

        var run = await repository.Run("packs", "restore");

        Assert.StartsWith("error: the source 'feed': NU3004 ", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.CouldNotRun, run.ExitCode);
    }

    [Fact]
    public async Task What_is_not_locked_does_not_run()
    {
        using var repository = new PackRepository(PackRepository.Contoso);

        var missing = await repository.Run("lint", "--allow-packs");
        await repository.Run("packs", "restore");
        repository.Ask("Contoso.FluxLint", "[1.2,3.0)");
        var changed = await repository.Run("lint", "--allow-packs");
        var locked = await repository.Run("packs", "restore", "--locked");
        repository.Ask("Fabrikam.FluxLint", "1.0.0");
        var other = await repository.Run("lint", "--allow-packs");

        Assert.Equal($"{LeftOut}there is no fluxlint.lock.json: 'fluxlint packs restore' writes it\n", missing.Error);
        Assert.Equal($"{LeftOut}the configuration asks for [1.2,3.0), and fluxlint.lock.json has what [1.0,2.0) asked for: 'fluxlint packs restore' brings it up to date\n", changed.Error);
        Assert.StartsWith("error: --locked: Contoso.FluxLint: the configuration asks for [1.2,3.0)", locked.Error, StringComparison.Ordinal);
        Assert.Equal("warning: the pack Fabrikam.FluxLint was left out: fluxlint.lock.json does not have it: 'fluxlint packs restore' locks it\n", other.Error);
    }

    [Fact]
    public async Task What_is_not_restored_does_not_run()
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        await repository.Run("packs", "restore");
        Directory.Delete(repository.Packages, recursive: true);

        var run = await repository.Run("lint", "--allow-packs");
        var again = await repository.RestoreAndLint();

        Assert.Equal($"{LeftOut}Contoso.FluxLint 1.2.3 is not in '{repository.Packages}': 'fluxlint packs restore' fetches it\n", run.Error);
        Assert.Contains("ORG1001", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_for_rules_of_a_pack_that_is_left_out_are_no_mistakes()
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        repository.Ask("Contoso.FluxLint", "1.2.3", "rules:\n  ORG1001: warning\n  missing-ower: warning\n");
        await repository.Run("packs", "restore");

        Assert.DoesNotContain("FLX0008", (await repository.Run("lint")).Output, StringComparison.Ordinal);
        var loaded = await repository.Run("lint", "--allow-packs");
        Assert.Contains("there is no rule 'missing-ower'; the nearest is 'missing-owner'", loaded.Output, StringComparison.Ordinal);
        Assert.Contains("warning ORG1001", loaded.Output, StringComparison.Ordinal);
    }
}
