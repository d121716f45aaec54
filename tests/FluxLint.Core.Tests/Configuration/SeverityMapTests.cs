using FluxLint.Configuration;
using FluxLint.Diagnostics;

namespace FluxLint.Core.Tests.Configuration;

public class SeverityMapTests
{
    [Theory]
    [InlineData("recommended", Severity.Off, Severity.Off)]
    [InlineData("recommended", Severity.Info, Severity.Info)]
    [InlineData("recommended", Severity.Warning, Severity.Warning)]
    [InlineData("strict", Severity.Off, Severity.Off)]
    [InlineData("strict", Severity.Info, Severity.Warning)]
    [InlineData("strict", Severity.Warning, Severity.Error)]
    [InlineData("strict", Severity.Error, Severity.Error)]
    [InlineData("all", Severity.Off, Severity.Warning)]
    [InlineData("all", Severity.Info, Severity.Warning)]
    [InlineData("all", Severity.Warning, Severity.Error)]
    public void Preset_moves_the_default(string preset, Severity severity, Severity expected) =>
        Assert.Equal(expected, Map($"preset: {preset}").Find(Rule("FLX3001", severity), "a.yaml"));

    [Theory]
    [InlineData("preset: recommended", Severity.Warning, Severity.Error, Severity.Error)]
    [InlineData("preset: strict", Severity.Error, Severity.Info, Severity.Warning)]
    [InlineData("preset: recommended", Severity.Off, Severity.Error, Severity.Off)]
    [InlineData("preset: all", Severity.Off, Severity.Error, Severity.Warning)]
    [InlineData("rules: { FLX3001: info }", Severity.Warning, Severity.Error, Severity.Info)]
    [InlineData("overrides: [{ paths: [a.yaml], rules: { FLX3001: off } }]", Severity.Warning, Severity.Error, Severity.Off)]
    [InlineData("overrides: [{ paths: [b.yaml], rules: { FLX3001: info } }]", Severity.Off, Severity.Error, Severity.Off)]
    public void A_finding_has_its_own_severity_where_none_is_configured(string configuration, Severity severity, Severity own, Severity expected) =>
        Assert.Equal(expected, Map(configuration).Find(Rule("FLX3001", severity), "a.yaml", own));

    [Fact]
    public void Setting_wins_over_preset()
    {
        var map = Map("preset: strict\nrules: { unpinned-chart-version: info, FLX6004: off }");
        Assert.Equal(Severity.Info, map.Find(Rule("FLX3001", Severity.Error), "a.yaml"));
        Assert.Equal(Severity.Off, map.Find(Rule("FLX6004", Severity.Error), "a.yaml"));
        Assert.Equal(Severity.Warning, map.Find(Rule("FLX2002", Severity.Info), "a.yaml"));
    }

    [Theory]
    [InlineData("clusters/poc/a/x.yaml", Severity.Warning)]
    [InlineData("clusters/poc/b/x.yaml", Severity.Off)]
    [InlineData("clusters/prod/x.yaml", Severity.Error)]
    public void Later_override_wins(string path, Severity expected) =>
        Assert.Equal(expected, Map("""
            rules: { FLX3001: error }
            overrides:
              - paths: [clusters/poc/**]
                rules: { FLX3001: warning }
              - paths: ["clusters/*/b/**", nothing]
                rules: { unpinned-chart-version: off }
            """).Find(Rule("FLX3001", Severity.Info), path));

    [Theory]
    [InlineData("", Severity.Warning, true)]
    [InlineData("", Severity.Off, false)]
    [InlineData("preset: all", Severity.Off, true)]
    [InlineData("rules: { FLX3001: off }", Severity.Error, false)]
    [InlineData("overrides: [{ paths: [a], rules: { FLX3001: info } }]", Severity.Off, true)]
    [InlineData("rules: { FLX3001: off }\noverrides: [{ paths: [a], rules: { FLX3001: off } }]", Severity.Error, false)]
    public void On_anywhere(string configuration, Severity severity, bool expected) =>
        Assert.Equal(expected, Map(configuration).IsOnAnywhere(Rule("FLX3001", severity)));

    [Theory]
    [InlineData("rules: { FLX3: off }", Severity.Off)]
    [InlineData("rules: { FLX3001: error, FLX3: off }", Severity.Error)]
    [InlineData("rules: { FLX: info, FLX3: off, FLX300: error }", Severity.Error)]
    [InlineData("rules: { flx3: { severity: error }, FLX: off }", Severity.Error)]
    [InlineData("overrides: [{ paths: [a.yaml], rules: { FLX3: error } }]", Severity.Error)]
    public void Start_of_ids_means_all_of_them_and_what_is_more_exact_wins(string configuration, Severity expected) =>
        Assert.Equal(expected, Map(configuration).Find(Rule("FLX3001", Severity.Warning), "a.yaml"));

    private static SeverityMap Map(string text)
    {
        var (configuration, problems) = ConfigurationTests.Parse(text);
        Assert.Empty(problems);
        return new(configuration);
    }

    private static DiagnosticDescriptor Rule(string id, Severity severity) =>
        new() { Id = id, Title = "a title", Message = "a message", Category = RuleCategory.Helm, Severity = severity, Since = "0.1" };
}
