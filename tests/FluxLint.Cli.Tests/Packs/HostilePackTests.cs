using FluxLint.Cli.Tests.Caching;

namespace FluxLint.Cli.Tests.Packs;

/// <summary>What a pack may do wrong costs its own rules or the run, never an answer that looks like another.</summary>
public sealed class HostilePackTests
{
    [Theory]
    [InlineData("throws in constructor", "it threw InvalidOperationException in the constructor of FluxLint.TestPack.ContosoRules: no")]
    [InlineData("throws in describe", "it threw InvalidOperationException in MissingOwner.Describe: no")]
    [InlineData("throws in register", "it threw InvalidOperationException in MissingOwner.Register: no")]
    [InlineData("throws in page", "it threw InvalidOperationException while it looked for the page of ORG1001: no")]
    [InlineData("has a rule twice", "two of its rules have the id ORG1001")]
    public async Task One_that_cannot_be_loaded_is_left_out(string behavior, string reason)
    {
        using var repository = new PackRepository(PackRepository.Contoso with { Behavior = behavior });

        var run = await repository.RestoreAndLint("--ignore", "FLX1");

        Assert.Equal($"warning: the pack Contoso.FluxLint was left out: {reason}\n", run.Error.Split("error:")[0]);
    }

    [Fact]
    public async Task One_that_hangs_while_it_is_loaded_is_left_out()
    {
        using var repository = new PackRepository(PackRepository.Contoso with { Behavior = "hangs in constructor" }) { Limits = new(TimeSpan.FromMilliseconds(300), long.MaxValue) };
        await repository.Run("packs", "restore");

        var run = await repository.Run("lint", "--allow-packs", "--locked");

        Assert.Equal("error: the pack Contoso.FluxLint was left out: it hangs in the constructor of FluxLint.TestPack.ContosoRules: nothing came of it in 0.3 s\n", run.Error);
        Assert.Equal(ExitCode.CouldNotRun, run.ExitCode);
    }

    [Theory]
    [InlineData("throws in check", "InvalidOperationException: no")]
    [InlineData("cancels in check", "InvalidOperationException: it stopped as if the lint were cancelled")]
    [InlineData("reports for others", "InvalidOperationException: it reports FLX1001, which is not its own id")]
    public async Task A_rule_that_throws_costs_one_finding(string behavior, string message)
    {
        using var repository = new PackRepository(PackRepository.Contoso with { Behavior = behavior });

        var run = await repository.RestoreAndLint();

        Assert.Contains("FLX0005", run.Output, StringComparison.Ordinal);
        Assert.Contains($"rule ORG1001 of Contoso.FluxLint crashed on 'clusters/one/settings.yaml': {message}", run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Clean, run.ExitCode);
    }

    [Theory]
    [InlineData("throws in check", 0)]
    [InlineData("", 1)]
    public async Task A_lint_in_which_a_rule_crashed_is_not_given_again(string behavior, int kept)
    {
        using var cache = new TemporaryCache();
        using var repository = new PackRepository(PackRepository.Contoso with { Behavior = behavior }) { Cache = cache.Opened };

        await repository.RestoreAndLint();

        Assert.Equal(kept, cache.Entries.Length);
    }

    [Fact]
    public async Task A_rule_that_hangs_ends_the_lint()
    {
        using var repository = new PackRepository(PackRepository.Contoso with { Behavior = "hangs in check" }) { Limits = new(TimeSpan.FromMilliseconds(500), long.MaxValue) };

        var run = await repository.RestoreAndLint();

        Assert.Equal("error: the rule ORG1001 of Contoso.FluxLint did not come to an end in 0.5 s, and the lint was given up; --ignore ORG1001 lints without it\n", run.Error);
        Assert.Equal(ExitCode.CouldNotRun, run.ExitCode);
        Assert.Equal(ExitCode.Clean, (await repository.Run("lint", "--allow-packs", "--ignore", "ORG1001")).ExitCode);
    }

    [Theory]
    [InlineData("FLX1001", "MissingOwner has the id FLX1001, and ids that start with FLX are those of FluxLint")]
    [InlineData("no id", "MissingOwner has the id 'no id', and an id is capital letters and digits, such as ORG1001")]
    public async Task Ids_of_others_are_not_taken(string id, string reason)
    {
        using var repository = new PackRepository(PackRepository.Contoso with { RuleId = id });
        await repository.Run("packs", "restore");

        var run = await repository.Run("lint", "--allow-packs");

        Assert.Equal($"warning: the pack Contoso.FluxLint was left out: {reason}\n", run.Error);
    }

    [Fact]
    public async Task Two_packs_cannot_have_one_id()
    {
        using var repository = new PackRepository(PackRepository.Contoso, new("Fabrikam.FluxLint", "1.0.0"));
        repository.Ask("Contoso.FluxLint", "1.2.3", "  - id: Fabrikam.FluxLint\n    version: 1.0.0\n");
        await repository.Run("packs", "restore");

        var run = await repository.Run("lint", "--allow-packs");

        Assert.Equal("warning: the pack Fabrikam.FluxLint was left out: it has the id ORG1001, which is one of Contoso.FluxLint\n", run.Error);
        Assert.Contains("ORG1001", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_built_in_rules_are_taken()
    {
        using var repository = new PackRepository(PackRepository.Contoso with { RuleClass = "MissingReference" });
        await repository.Run("packs", "restore");

        var run = await repository.Run("lint", "--allow-packs");

        Assert.Equal("warning: the pack Contoso.FluxLint was left out: it has a rule with the name missing-reference, as FluxLint has\n", run.Error);
    }

    [Fact]
    public async Task One_that_is_built_against_a_newer_library_is_refused()
    {
        using var repository = new PackRepository(PackRepository.Contoso with { Core = new(7, 1, 0, 0) });
        await repository.Run("packs", "restore");

        var run = await repository.Run("lint", "--allow-packs");

        Assert.Equal("warning: the pack Contoso.FluxLint was left out: it is built against FluxLint.Core 7.1.0, and this is 0.1.0: update fluxlint, or lock an older version of the pack\n", run.Error);
    }

    [Fact]
    public async Task One_that_brings_another_YamlDotNet_has_it_for_itself()
    {
        using var repository = new PackRepository(
            PackRepository.Contoso with { Behavior = "tells its YamlDotNet", Dependencies = new Dictionary<string, string> { ["FluxLint.Core"] = "0.1.0", ["YamlDotNet"] = "[99.0.0, )" } },
            new("YamlDotNet", TestPackage.YamlVersion) { IsYaml = true });

        var run = await repository.RestoreAndLint();
        var why = await repository.Run("packs", "why", "yamldotnet");

        Assert.Contains("'99.1.0.0' has no label 'owner'", run.Output, StringComparison.Ordinal);
        Assert.Equal("Contoso.FluxLint 1.2.3 -> YamlDotNet 99.1.0 ([99.0.0, ))\n", why.Output);
    }

    [Fact]
    public async Task One_that_needs_what_it_does_not_bring_crashes_by_itself()
    {
        // The version that we have ourselves.
        using var repository = new PackRepository(PackRepository.Contoso with { Behavior = "tells its YamlDotNet", Yaml = typeof(YamlDotNet.Core.Parser).Assembly.GetName().Version });

        var run = await repository.RestoreAndLint();

        Assert.Contains("rule ORG1001 of Contoso.FluxLint crashed", run.Output, StringComparison.Ordinal);
        Assert.Contains("Could not load file or assembly 'YamlDotNet,", run.Output, StringComparison.Ordinal);
    }
}
