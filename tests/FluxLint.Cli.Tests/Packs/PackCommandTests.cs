using System.Text.Json;
using FluxLint.Cli.Tests.Sarif;

namespace FluxLint.Cli.Tests.Packs;

/// <summary>The commands about packs, and what others say of them.</summary>
[Collection(Name)]
public sealed class PackCommandTests
{
    public const string Name = "pack commands";

    private static readonly Dictionary<string, string> NeedsYaml = new() { ["FluxLint.Core"] = "0.1.0", ["YamlDotNet"] = "[99.0.0, )" };

    private static readonly TestPackage Yaml = new("YamlDotNet", TestPackage.YamlVersion) { IsYaml = true };

    [Fact]
    public async Task Restore_keeps_what_is_locked_and_update_takes_the_latest()
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        await repository.Run("packs", "restore");
        (PackRepository.Contoso with { Version = "1.9.0" }).WriteTo(repository.Feed);
        (PackRepository.Contoso with { Version = "1.10.0-beta.1" }).WriteTo(repository.Feed);
        (PackRepository.Contoso with { Version = "2.0.0" }).WriteTo(repository.Feed);
        var before = File.ReadAllText(repository.Lock);

        Assert.Equal("Contoso.FluxLint 1.2.3\n", (await repository.Run("packs", "restore")).Output);
        Assert.Equal(before, File.ReadAllText(repository.Lock));
        Assert.Equal("Contoso.FluxLint 1.9.0 (was 1.2.3)\n", (await repository.Run("packs", "update", "contoso.fluxlint")).Output);
        Assert.Equal("error: fluxlint.yaml has no pack 'Contoso.Fluxlnt'; did you mean 'Contoso.FluxLint'?\n", (await repository.Run("packs", "update", "Contoso.Fluxlnt")).Error);
    }

    [Theory]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("1.*", "1.9.0")]
    [InlineData("[1.2,1.9)", "1.2.3")]
    [InlineData("[1.2,1.10.0-rc]", "1.10.0-beta.1")]
    public async Task A_version_means_itself_and_a_range_the_latest_in_it(string version, string taken)
    {
        using var repository = new PackRepository(((string[])["1.2.3", "1.9.0", "1.10.0-beta.1", "2.0.0"]).Select(each => PackRepository.Contoso with { Version = each }));
        repository.Ask("Contoso.FluxLint", version);

        Assert.Equal($"Contoso.FluxLint {taken} (new)\n", (await repository.Run("packs", "restore")).Output);
    }

    [Theory]
    [InlineData("3.0.0", "there is no Contoso.FluxLint 3.0.0; there is 1.2.3")]
    [InlineData("[1.2", "fluxlint.yaml:6:14: '[1.2' is neither a version nor a range of NuGet")]
    public async Task What_cannot_be_had_is_told(string version, string sentence)
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        repository.Ask("Contoso.FluxLint", version);

        Assert.Equal($"error: {sentence}\n", (await repository.Run("packs", "restore")).Error);
    }

    [Fact]
    public async Task What_is_missing_or_for_others_is_told()
    {
        using var repository = new PackRepository(
            PackRepository.Contoso with { Dependencies = NeedsYaml },
            new("Fabrikam.FluxLint", "1.0.0") { Framework = "net11.0" });

        Assert.Equal("error: there is no package YamlDotNet in 'feed'\n", (await repository.Run("packs", "restore")).Error);
        repository.Ask("Fabrikam.FluxLint", "1.0.0");
        Assert.Equal("error: Fabrikam.FluxLint 1.0.0 has nothing for net10.0, only for net11.0\n", (await repository.Run("packs", "restore")).Error);
        repository.Ask("Missing.Pack", "1.0.0");
        Assert.Equal("error: there is no package Missing.Pack in 'feed'\n", (await repository.Run("packs", "restore")).Error);
    }

    [Fact]
    public async Task The_lock_has_every_package_and_list_shows_the_packs()
    {
        using var repository = new PackRepository(PackRepository.Contoso with { Dependencies = NeedsYaml }, Yaml);
        await repository.Run("packs", "restore");

        var content = JsonDocument.Parse(File.ReadAllText(repository.Lock)).RootElement.GetProperty("packs")[0];
        var list = await repository.Run("packs", "list", "--allow-packs");
        var unallowed = await repository.Run("packs", "list");

        Assert.Equal(["Contoso.FluxLint", "YamlDotNet"], content.GetProperty("packages").EnumerateArray().Select(package => package.GetProperty("id").GetString()));
        Assert.Equal($"Contoso.FluxLint [1.0,2.0)\n  locked   1.2.3 in {repository.Packages}/contoso.fluxlint/1.2.3\n  rules    ORG1001\n", list.Output);
        Assert.Contains("  left out a pack is code, and nobody has allowed it", unallowed.Output, StringComparison.Ordinal);
        Assert.Equal("error: no pack takes a package 'YamlDotNot'; did you mean 'YamlDotNet'?\n", (await repository.Run("packs", "why", "YamlDotNot")).Error);
    }

    [Fact]
    public async Task Rules_and_explain_know_the_rules_of_packs()
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        await repository.Run("packs", "restore");

        Assert.Contains("ORG1001  missing-owner", (await repository.Run("rules", "--allow-packs")).Output, StringComparison.Ordinal);
        Assert.StartsWith("# Objects without an owner\n", (await repository.Run("explain", "missing-owner", "--allow-packs")).Output, StringComparison.Ordinal);
        Assert.Contains("was left out", (await repository.Run("explain", "ORG1001")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_says_what_was_left_out()
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        await repository.Run("packs", "restore");

        var run = await repository.Run("lint", "-o", "sarif");

        var invocation = JsonDocument.Parse(run.Output).RootElement.GetProperty("runs")[0].GetProperty("invocations")[0];
        var notification = invocation.GetProperty("toolConfigurationNotifications")[0];
        Assert.True(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal("warning", notification.GetProperty("level").GetString());
        Assert.StartsWith("The pack Contoso.FluxLint was left out: a pack is code", notification.GetProperty("message").GetProperty("text").GetString(), StringComparison.OrdinalIgnoreCase);
        if (MultitoolFactAttribute.TryFind(out _))
            Assert.Empty(Multitool.Validate(run.Output));
    }

    [Theory]
    [InlineData("--select", "ORG1001", 0)]
    [InlineData("--ignore", "missing-owner,FLX1", 0)]
    [InlineData("--ignore", "FLX999999", ExitCode.CouldNotRun)]
    public async Task A_rule_of_a_pack_that_is_left_out_may_be_named(string option, string rules, int exitCode)
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        await repository.Run("packs", "restore");

        Assert.Equal(exitCode, (await repository.Run("lint", option, rules)).ExitCode);
    }

    [Fact]
    public async Task Sarif_has_a_pack_as_an_extension_with_its_own_rules()
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        repository.Write("clusters/one/more.yaml", "a: 1\na: 2\n");
        await repository.Run("packs", "restore");

        var run = await repository.Run("lint", "--allow-packs", "-o", "sarif");

        var log = JsonDocument.Parse(run.Output).RootElement.GetProperty("runs")[0];
        var extension = log.GetProperty("tool").GetProperty("extensions")[0];
        Assert.Equal(("Contoso.FluxLint", "1.2.3"), (extension.GetProperty("name").GetString(), extension.GetProperty("semanticVersion").GetString()));
        Assert.StartsWith("# Objects without an owner", extension.GetProperty("rules")[0].GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(log.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray(), rule => rule.GetProperty("id").GetString() == "ORG1001");
        var results = log.GetProperty("results").EnumerateArray().ToLookup(result => result.GetProperty("ruleId").GetString());
        Assert.Equal("""{"index":0,"toolComponent":{"index":0}}""", JsonSerializer.Serialize(results["ORG1001"].Single().GetProperty("rule")));
        Assert.True(results["FLX0002"].Single().TryGetProperty("ruleIndex", out _));
        // The validator would save 'ruleId' beside 'rule'; readers that know of no extensions go by it, and CodeQL writes both as well.
        if (MultitoolFactAttribute.TryFind(out _))
            Assert.Equal(["SARIF2004"], Multitool.Validate(run.Output));
    }
}
