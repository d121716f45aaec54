using System.IO.Compression;
using System.Text.Json.Nodes;

namespace FluxLint.Cli.Tests.Packs;

/// <summary>A repository brings its lock along: that a lock names something allows nothing.</summary>
public sealed class PackLockTests
{
    private const string LeftOut = "warning: the pack Contoso.FluxLint was left out: ";

    private static readonly TestPackage Fabrikam = new("Fabrikam.FluxLint", "1.0.0") { RuleId = "FAB1001" };

    private static readonly Dictionary<string, string> NeedsYaml = new() { ["FluxLint.Core"] = "0.1.0", ["YamlDotNet"] = "[99.0.0, )" };

    [Fact]
    public async Task Packages_that_the_pack_does_not_depend_on_do_not_run()
    {
        using var repository = new PackRepository(PackRepository.Contoso, Fabrikam);
        repository.Ask("Fabrikam.FluxLint", "1.0.0");
        await repository.Run("packs", "restore");
        var other = Packages(Read(repository))[0]?.DeepClone();
        repository.Ask("Contoso.FluxLint", "1.2.3");
        await repository.Run("packs", "restore");
        Change(repository, content => Packages(content).Add(other));

        var run = await repository.Run("lint", "--allow-packs");
        var restored = await repository.Run("packs", "restore", "--locked");

        const string Sentence = "fluxlint.lock.json has Fabrikam.FluxLint, which Contoso.FluxLint 1.2.3 does not depend on: the lock was changed. 'fluxlint packs update Contoso.FluxLint' writes it anew\n";
        Assert.Equal(LeftOut + Sentence, run.Error);
        Assert.DoesNotContain("1001", run.Output, StringComparison.Ordinal);
        Assert.Equal(("error: " + Sentence, ExitCode.CouldNotRun), (restored.Error, restored.ExitCode));
    }

    [Fact]
    public async Task A_dependency_in_a_version_that_the_package_does_not_accept_does_not_run()
    {
        using var repository = new PackRepository(
            PackRepository.Contoso with { Dependencies = NeedsYaml },
            PackRepository.Contoso with { Version = "1.1.0", Dependencies = new Dictionary<string, string> { ["YamlDotNet"] = "[98.0.0]" } },
            new("YamlDotNet", TestPackage.YamlVersion) { IsYaml = true },
            new("YamlDotNet", "98.0.0") { IsYaml = true });
        repository.Ask("Contoso.FluxLint", "1.1.0");
        await repository.Run("packs", "restore");
        var older = Packages(Read(repository))[1]?.DeepClone();
        repository.Ask("Contoso.FluxLint", "1.2.3");
        await repository.Run("packs", "restore");
        Change(repository, content => Packages(content)[1] = older);

        var run = await repository.Run("lint", "--allow-packs");

        Assert.StartsWith($"{LeftOut}fluxlint.lock.json has YamlDotNet 98.0.0, and Contoso.FluxLint 1.2.3 depends on 99.0.0: the lock was changed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_is_not_asked_for_does_not_run()
    {
        using var repository = new PackRepository(PackRepository.Contoso, PackRepository.Contoso with { Version = "2.0.0" });
        repository.Ask("Contoso.FluxLint", "2.0.0");
        await repository.Run("packs", "restore");
        Change(repository, content => Pack(content)["requested"] = "[1.0,2.0)");
        repository.Ask("Contoso.FluxLint", "[1.0,2.0)");

        var run = await repository.Run("lint", "--allow-packs");
        var locked = await repository.Run("packs", "restore", "--locked");
        var restored = await repository.Run("packs", "restore");

        Assert.Equal($"{LeftOut}the configuration asks for [1.0,2.0), and fluxlint.lock.json has 2.0.0: 'fluxlint packs restore' brings it up to date\n", run.Error);
        Assert.Equal(ExitCode.CouldNotRun, locked.ExitCode);
        Assert.Equal("Contoso.FluxLint 1.2.3 (was 2.0.0)\n", restored.Output);
    }

    [Fact]
    public async Task A_pack_without_its_own_package_or_with_one_twice_is_no_lock()
    {
        Assert.Equal("fluxlint.lock.json has the pack 'Contoso.FluxLint' without its own package", await Problem(content => Packages(content).Clear()));
        Assert.Equal("fluxlint.lock.json has the package 'Contoso.FluxLint' of 'Contoso.FluxLint' twice", await Problem(content => Packages(content).Add(Packages(content)[0]?.DeepClone())));
        Assert.Equal("fluxlint.lock.json has the pack 'Contoso.FluxLint' twice", await Problem(content => content["packs"]?.AsArray().Add(Pack(content).DeepClone())));
        Assert.Equal("fluxlint.lock.json has the versions 1.3.0 and 1.2.3 of 'Contoso.FluxLint'", await Problem(content => Pack(content)["version"] = "1.3.0"));

        static async Task<string> Problem(Action<JsonNode> change)
        {
            using var repository = new PackRepository(PackRepository.Contoso);
            await repository.Run("packs", "restore");
            Change(repository, change);
            var why = await repository.Run("packs", "why", "Contoso.FluxLint");
            return why.Error["error: ".Length..].Split(", which")[0];
        }
    }

    [Theory]
    [InlineData("<<<<<<< ours\n")]
    [InlineData("[")]
    public async Task A_lock_that_cannot_be_read_is_kept_until_somebody_says_otherwise(string before)
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        await repository.Run("packs", "restore");
        var broken = before + File.ReadAllText(repository.Lock);
        File.WriteAllText(repository.Lock, broken);

        var restored = await repository.Run("packs", "restore");
        var kept = File.ReadAllText(repository.Lock);
        var updated = await repository.Run("packs", "update");

        Assert.Equal(("error: fluxlint.lock.json is not what a restore wrote (line 1): 'fluxlint packs update' writes it anew\n", ExitCode.CouldNotRun), (restored.Error, restored.ExitCode));
        Assert.Equal(broken, kept);
        Assert.Equal(("", "Contoso.FluxLint 1.2.3 (new)\n"), (updated.Error, updated.Output));
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_mistake()
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        await repository.Run("packs", "restore");
        File.WriteAllBytes(repository.Lock, [0xEF, 0xBB, 0xBF, .. File.ReadAllBytes(repository.Lock)]);

        Assert.Contains("ORG1001", (await repository.Run("lint", "--allow-packs")).Output, StringComparison.Ordinal);
        Assert.Equal("Contoso.FluxLint 1.2.3\n", (await repository.Run("packs", "restore")).Output);
    }

    [Theory]
    [InlineData("restore")]
    [InlineData("update")]
    public async Task A_configuration_that_is_wrong_leaves_the_lock_alone(string command)
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        await repository.Run("packs", "restore");
        var before = File.ReadAllText(repository.Lock);

        repository.Write("fluxlint.yaml", "packs:\n  - id: Contoso.FluxLint\n    version: 1.0\n");
        var wrong = await repository.Run("packs", command);
        repository.Write("fluxlint.yaml", "packs: [\n");
        var broken = await repository.Run("packs", command);

        Assert.StartsWith("error: fluxlint.yaml:3:14: 'version' must", wrong.Error, StringComparison.Ordinal);
        Assert.StartsWith("error: fluxlint.yaml:", broken.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.CouldNotRun, ExitCode.CouldNotRun), (wrong.ExitCode, broken.ExitCode));
        Assert.Equal(before, File.ReadAllText(repository.Lock));
    }

    [Fact]
    public async Task Rules_and_policies_of_a_configuration_are_no_mistakes_of_packs()
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        repository.Ask("Contoso.FluxLint", "1.2.3", "rules:\n  ORG1001: { severity: warning, exempt: [a] }\n  FLX1: off\n  missing-reference: error\noverrides:\n  - paths: [a/**]\n    rules: { FLX: off }\n");

        Assert.Equal("", (await repository.Run("packs", "restore")).Error);
    }

    [Fact]
    public async Task What_a_lock_says_does_not_command_the_terminal()
    {
        using var repository = new PackRepository(PackRepository.Contoso with { Dependencies = NeedsYaml }, new("YamlDotNet", TestPackage.YamlVersion) { IsYaml = true });
        await repository.Run("packs", "restore");
        Change(repository, content => Packages(content)[0]?["dependencies"]?["YamlDotNet"] = "\e]0;pwn\a");

        Assert.Equal("Contoso.FluxLint 1.2.3 -> YamlDotNet 99.1.0 (\u241b]0;pwn\u2407)\n", (await repository.Run("packs", "why", "YamlDotNet")).Output);
        Change(repository, content => Pack(content)["requested"] = "\e]0;pwn\a");
        var list = await repository.Run("packs", "list", "--allow-packs");
        Assert.Contains("\u241b]0;pwn\u2407", list.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', list.Output);
    }

    [Theory]
    [InlineData("lib/net10.0/FluxLint.TestPack.dll", "Contoso.FluxLint 1.2.3 has 'lib/net10.0/FluxLint.TestPack.dll' twice")]
    [InlineData("lib/net10.0/a:b.dll", "Contoso.FluxLint 1.2.3 has 'lib/net10.0/a:b.dll', which is no path of an assembly everywhere")]
    public async Task A_package_whose_paths_mean_nothing_everywhere_is_not_locked(string entry, string sentence)
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        using (var package = ZipFile.Open(Path.Combine(repository.Feed, "Contoso.FluxLint.1.2.3.nupkg"), ZipArchiveMode.Update))
        using (var content = package.CreateEntry(entry).Open())
            content.WriteByte(1);

        var run = await repository.Run("packs", "restore");

        Assert.Equal(($"error: {sentence}\n", ExitCode.CouldNotRun), (run.Error, run.ExitCode));
        Assert.False(File.Exists(repository.Lock));
    }

    private static JsonNode Read(PackRepository repository) => JsonNode.Parse(File.ReadAllText(repository.Lock)) ?? throw new InvalidDataException();

    private static JsonNode Pack(JsonNode content) => content["packs"]?[0] ?? throw new InvalidDataException();

    private static JsonArray Packages(JsonNode content) => Pack(content)["packages"]?.AsArray() ?? throw new InvalidDataException();

    private static void Change(PackRepository repository, Action<JsonNode> change)
    {
        var content = Read(repository);
        change(content);
        File.WriteAllText(repository.Lock, content.ToJsonString());
    }
}
