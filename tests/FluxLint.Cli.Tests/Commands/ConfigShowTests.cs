using System.Text.Json;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>What <c>fluxlint config show</c> says of settings.</summary>
public sealed class ConfigShowTests : IDisposable
{
    private readonly SmallRepository repository = new();

    public ConfigShowTests() => repository
        .Write("fluxlint.yaml", "extends: policy/base.yaml\nrules:\n  FLX3: warning\n  FLX3001: error\n  FLX7006: { profile: restricted }\noverrides:\n  - paths: [clusters/poc/**]\n    rules: { FLX3001: info }\n")
        .Write("policy/base.yaml", "preset: strict\nflux: { version: \"2.8\" }\nrules:\n  FLX7006: { severity: error, exemptNamespaces: [infra] }\nclusters:\n  - { class: poc, paths: [clusters/poc/*], names: [poc/*], onlyInOverlays: [HelmRelease] }\n")
        .Write(".editorconfig", "[clusters/**.yaml]\ndotnet_diagnostic.FLX2010.severity = none\n")
        .Write("clusters/poc/one/kustomization.yaml", "resources: []\n");

    public void Dispose() => repository.Dispose();

    [Theory]
    [InlineData(".", "preset", "strict", "preset, policy/base.yaml:1", "policy/base.yaml:1")]
    [InlineData(".", "flux.version", "2.8", "policy/base.yaml:2")]
    [InlineData(".", "kubernetes.version", "-", "default")]
    [InlineData(".", "rules.FLX3001", "error", "fluxlint.yaml:4")]
    [InlineData(".", "clusters.poc.names", "poc/*", "policy/base.yaml:6")]
    [InlineData(".", "clusters.poc.onlyInOverlays", "HelmRelease", "policy/base.yaml:6")]
    [InlineData(".", "rules.FLX3002", "warning", "fluxlint.yaml:3")]
    [InlineData(".", "rules.FLX7006.profile", "restricted", "fluxlint.yaml:5")]
    [InlineData(".", "rules.FLX7006.exemptNamespaces", "infra", "policy/base.yaml:4")]
    [InlineData(".", "rules.FLX7006", "error", "policy/base.yaml:4")]
    [InlineData(".", "rules.FLX0001", "error", "default")]
    [InlineData(".", "rules.FLX2010", "warning", "preset, policy/base.yaml:1")]
    [InlineData("clusters/poc/one/kustomization.yaml", "rules.FLX3001", "info", "fluxlint.yaml:8")]
    [InlineData("clusters/poc/one", "rules.FLX2010", "off", ".editorconfig:2")]
    public async Task Tells_the_value_and_where_it_comes_from(string path, string key, string value, params string[] origins)
    {
        var run = await CommandRun.Of(repository.Root, "config", "show", path);
        var row = run.Output.Split('\n').Single(line => line.StartsWith($"{key} ", StringComparison.Ordinal)).Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(value, row[1]);
        Assert.Contains(row[2], origins);
    }

    [Fact]
    public async Task Command_line_is_an_origin()
    {
        var run = await CommandRun.Of(repository.Root, "config", "show", "--json", "--preset", "all", "--ignore", "FLX3001");
        using var json = JsonDocument.Parse(run.Output);
        var settings = json.RootElement.GetProperty("settings").EnumerateArray().ToDictionary(setting => setting.GetProperty("key").GetString() ?? "");

        Assert.Equal(("all", "commandLine"), Of("preset"));
        Assert.Equal(("off", "commandLine"), Of("rules.FLX3001"));
        Assert.Equal(("2.8", "file"), Of("flux.version"));
        Assert.Equal("policy/base.yaml", settings["flux.version"].GetProperty("location").GetProperty("file").GetString());

        (string?, string?) Of(string key) => (settings[key].GetProperty("value").GetString(), settings[key].GetProperty("origin").GetString());
    }

    [Fact]
    public async Task A_severity_of_editorconfig_holds_and_a_wrong_one_is_a_warning()
    {
        repository.Write("fluxlint.yaml", "preset: recommended\n").Write("clusters/poc/one/kustomization.yaml", "resources: [missing.yaml]\n")
            .Write(".editorconfig", "[clusters/**.yaml]\ndotnet_diagnostic.FLX1001.severity = suggestion\ndotnet_diagnostic.FLX1901.severity = none\n");

        var run = await CommandRun.Of(repository.Root, "lint", "-o", "short");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(": info FLX1001: ", run.Output, StringComparison.Ordinal);
        Assert.Contains(".editorconfig:3:19: warning FLX0008: there is no rule 'FLX1901'", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_may_lie_outside_and_extend_what_lies_beside_it()
    {
        using var policy = new SmallRepository();
        policy.Write("team/fluxlint.yaml", "extends: base/all.yaml\nrules: { FLX1001: off }\n").Write("team/base/all.yaml", "extends: ../../fluxlint.yaml\npreset: all\n");

        var run = await CommandRun.Of(repository.Root, "config", "show", "--config", Path.Combine(policy.Root, "team/fluxlint.yaml"));

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"\nrules\.FLX1001 +off +\.\./fluxlint-small-\w+/team/fluxlint\.yaml:2 ", run.Output);
        Assert.Matches(@"\npreset +all +\.\./fluxlint-small-\w+/team/base/all\.yaml:2", run.Output);
        Assert.Matches(@"^note: \.\./fluxlint-small-\w+/team/base/all\.yaml:1:10: 'extends' is '\.\./\.\./fluxlint\.yaml', which leaves '\.\./fluxlint-small-\w+/team'\n$", run.Error);
    }
}
