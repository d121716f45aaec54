using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Files;

namespace FluxLint.Core.Tests.Configuration;

/// <summary>Configurations that extend others.</summary>
public class ConfigurationChainTests
{
    [Fact]
    public void What_is_not_said_is_taken_from_the_extended_file()
    {
        var (configuration, problems) = Read(
            ("fluxlint.yaml", "extends: policy/base.yaml\nrules: { FLX3001: error }\nclusters:\n  - { class: a, paths: [a] }\nprovides: { secrets: [x/y] }\n"),
            ("policy/base.yaml", "extends: ../company.yaml\npreset: strict\nrules: { FLX3001: off, FLX6004: info }\nclusters:\n  - { class: a, paths: [z] }\n  - { class: b, paths: [b] }\nprovides: { secrets: [], crds: [] }\n"),
            ("company.yaml", "preset: all\nflux: { version: \"2.7\" }\nrules: { FLX: off }\n"));

        Assert.Empty(problems);
        Assert.Equal(Preset.Strict, configuration.Preset);
        Assert.Equal(new Version(2, 7, 0), configuration.FluxVersion?.Version);
        Assert.Equal("policy/base.yaml", configuration.WrittenPreset?.Node.Source.Path);
        Assert.Equal([("FLX2002", Severity.Off), ("FLX3001", Severity.Error), ("FLX6004", Severity.Info)], configuration.Rules.Where(rule => rule.Id[3] is '2' or '3' or '6').Select(rule => (rule.Id, rule.Severity)).Order());
        Assert.Equal(["a: a", "b: b"], configuration.Clusters.Select(candidate => $"{candidate.Name.Value}: {candidate.Paths[0].Glob.Pattern}"));
        Assert.Equal((1, 0), (configuration.Provides.Secrets?.Length, configuration.Provides.Crds?.Length));
    }

    [Theory]
    [InlineData("FLX3: info", "FLX3001: off", Severity.Off)]
    [InlineData("FLX3: info", "unpinned-chart-version: off", Severity.Off)]
    [InlineData("FLX3: info", "FLX30: off", Severity.Off)]
    [InlineData("FLX3: info", "FLX3: off", Severity.Info)]
    [InlineData("FLX3001: info", "unpinned-chart-version: off", Severity.Info)]
    [InlineData("FLX30: info", "FLX3: off", Severity.Info)]
    public void The_more_exact_key_wins_and_of_equal_ones_the_nearer(string near, string far, Severity expected)
    {
        var (configuration, _) = Read(("fluxlint.yaml", $"extends: base.yaml\nrules: {{ {near} }}\n"), ("base.yaml", $"rules: {{ {far} }}\n"));

        Assert.Equal(expected, configuration.Rules.Single(rule => rule.Id == "FLX3001").Severity);
    }

    [Fact]
    public void Entries_that_win_come_from_the_file_itself()
    {
        var (configuration, _) = Read(
            ("fluxlint.yaml", "extends: base.yaml\noverrides: [{ paths: [a], rules: { FLX3001: error } }]\nnamespaces: [{ kinds: [Pod], namespace: own }]\n"),
            ("base.yaml", "overrides: [{ paths: [a], rules: { FLX3001: off } }]\nnamespaces: [{ kinds: [Pod], namespace: base }]\n"));

        Assert.Equal(Severity.Error, new SeverityMap(configuration).Find(new() { Id = "FLX3001", Title = "", Message = "", Category = RuleCategory.Helm, Severity = Severity.Info, Since = "0.1" }, "a"));
        Assert.Equal("own", configuration.FindNamespaceRule(null, "a", "Pod")?.Namespace.Value);
    }

    [Theory]
    [InlineData("../outside.yaml", "fluxlint.yaml:1:10: 'extends' is '../outside.yaml', which leaves the repository")]
    [InlineData("/etc/passwd", "fluxlint.yaml:1:10: 'extends' is '/etc/passwd', which leaves the repository")]
    [InlineData("policy/bas.yaml", "fluxlint.yaml:1:10: 'extends' is 'policy/bas.yaml', which does not exist; the nearest is 'policy/base.yaml'")]
    [InlineData("policy", "fluxlint.yaml:1:10: 'extends' is 'policy', which is a directory; the nearest is 'policy2'")]
    [InlineData("fluxlint.yaml", "fluxlint.yaml:1:10: 'extends' leads back to itself: fluxlint.yaml -> fluxlint.yaml")]
    [InlineData("loop.yaml", "policy2/loop.yaml:1:10: 'extends' leads back to itself: loop.yaml -> policy2/loop.yaml -> loop.yaml")]
    [InlineData("policy/base.yaml", "policy/base.yaml:1:1: 'presett' is not a key of fluxlint.yaml; the nearest is 'preset'")]
    public void Mistake_is_named_where_it_stands(string extends, string expected)
    {
        var (_, problems) = Read(
            ("fluxlint.yaml", $"extends: {extends}\n"),
            ("policy/base.yaml", "presett: strict\n"),
            ("loop.yaml", "extends: policy2/loop.yaml\n"),
            ("policy2/loop.yaml", "extends: ../loop.yaml\n"));

        Assert.Equal([expected], problems.Select(problem => $"{problem.Location}: {problem.Message}"));
    }

    [Fact]
    public void Chain_has_an_end()
    {
        var files = Enumerable.Range(0, 12).Select(i => (i == 0 ? "fluxlint.yaml" : $"c{i}.yaml", $"extends: c{i + 1}.yaml\n")).ToArray();

        Assert.Equal("'extends' leads through more than 8 files: fluxlint.yaml -> c1.yaml -> c2.yaml -> c3.yaml -> c4.yaml -> c5.yaml -> c6.yaml -> c7.yaml", Assert.Single(Read(files).Problems).Message);
    }

    private static ConfigurationResult Read(params (string Path, string Text)[] files) =>
        new ConfigurationChain(Repository.Open(files.Aggregate(InMemoryFileSystem.Empty, (system, file) => system.WithFile(file.Path, file.Text))), ConfigurationTests.KnownRules).Read("fluxlint.yaml");
}
