using System.Collections.Immutable;
using FluxLint.Configuration;
using FluxLint.Core.Tests.Reporting;
using FluxLint.Diagnostics;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Configuration;

public sealed class RuleSelectionTests
{
    private static readonly ImmutableArray<RuleInfo> Rules = SampleResult.Empty.Rules;

    [Theory]
    [InlineData("FLX3001", "FLX3001")]
    [InlineData("flx3001", "FLX3001")]
    [InlineData("unpinned-chart-version", "FLX3001")]
    [InlineData("FLX3", "FLX3001 FLX3006")]
    [InlineData("FLX3 FLX7001", "FLX3001 FLX3006 FLX7001")]
    public void Ids_names_and_starts_of_ids_all_work(string selectors, string ids) =>
        Assert.Equal(ids.Split(' '), RuleSelection.Find(selectors.Split(' '), Rules, out _)?.Order());

    [Theory]
    [InlineData("FLX3002", "there is no rule 'FLX3002'; did you mean 'FLX3001'?")]
    [InlineData("unpined-chart-version", "there is no rule 'unpined-chart-version'; did you mean 'unpinned-chart-version'?")]
    [InlineData("xyz", "there is no rule 'xyz'; 'fluxlint rules' lists them all")]
    [InlineData("", "there is no rule ''; 'fluxlint rules' lists them all")]
    public void An_unknown_one_is_an_error_with_the_nearest(string selector, string expected)
    {
        Assert.Null(RuleSelection.Find([selector], Rules, out var problem));
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void Only_what_is_selected_runs_and_what_is_ignored_does_not()
    {
        var map = Map("", new() { Selected = ["FLX1001", "FLX3001"], Ignored = ["FLX3001"] });

        Assert.Equal(["FLX1001"], Rules.Where(rule => map.IsOnAnywhere(rule.Descriptor)).Select(rule => rule.Id));
    }

    [Theory]
    [InlineData("", Severity.Warning)]
    [InlineData("rules: { FLX3006: off }", Severity.Warning)]
    [InlineData("rules: { FLX3006: error }", Severity.Error)]
    [InlineData("overrides: [{ paths: [a/**], rules: { FLX3006: info } }]", Severity.Info)]
    [InlineData("overrides: [{ paths: [a/**], rules: { FLX3006: off } }]", Severity.Off)]
    public void A_rule_that_is_off_runs_when_it_is_selected(string configuration, Severity expected) =>
        Assert.Equal(expected, Map(configuration, new() { Selected = ["FLX3006"] }).Find(Descriptor("FLX3006"), "a/b.yaml"));

    [Fact]
    public void A_rule_that_is_configured_off_and_selected_has_its_own_severity() =>
        Assert.Equal(Severity.Error, Map("rules: { FLX3001: off }", new() { Selected = ["FLX3001"] }).Find(Descriptor("FLX3001"), "a.yaml"));

    [Theory]
    [InlineData("rules: { FLX3001: error }")]
    [InlineData("overrides: [{ paths: ['**'], rules: { FLX3001: error } }]")]
    public void What_is_ignored_stays_off_whatever_is_configured(string configuration)
    {
        var map = Map(configuration, new() { Ignored = ["FLX3001"] });

        Assert.False(map.IsOnAnywhere(Descriptor("FLX3001")));
        Assert.Equal(Severity.Off, map.Find(Descriptor("FLX3001"), "a.yaml"));
    }

    [Fact]
    public void What_cannot_be_read_is_reported_unless_it_is_ignored()
    {
        var engine = Descriptor("FLX3001") with { Id = "FLX0001", Category = RuleCategory.Engine };

        Assert.Equal(Severity.Error, Map("", new() { Selected = ["FLX1001"] }).Find(engine, "a.yaml"));
        Assert.Equal(Severity.Off, Map("", new() { Selected = ["FLX1001"], Ignored = ["FLX0001"] }).Find(engine, "a.yaml"));
    }

    [Fact]
    public void The_preset_of_the_caller_is_the_stronger_one()
    {
        Assert.Equal(Severity.Info, Map("preset: all", new() { Preset = Preset.Recommended }).Find(Descriptor("FLX2010"), "a.yaml"));
        Assert.Equal(Severity.Warning, Map("preset: recommended", new() { Preset = Preset.Strict }).Find(Descriptor("FLX2010"), "a.yaml"));
    }

    private static DiagnosticDescriptor Descriptor(string id) => Rules.First(rule => rule.Id == id).Descriptor;

    private static SeverityMap Map(string configuration, RuleSelection selection) => new(
        FluxLintConfiguration.Parse(YamlTree.Parse(SourceText.From("fluxlint.yaml", configuration)), Rules).Configuration,
        selection);
}
