using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Files;

namespace FluxLint.Core.Tests.Configuration;

/// <summary>Severities in <c>.editorconfig</c>, as the compiler of C# reads them.</summary>
public class EditorConfigTests
{
    [Theory]
    [InlineData("*", "a/b.yaml", true)]
    [InlineData("*.yaml", "a/b.yaml", true)]
    [InlineData("*.yaml", "b.yml", false)]
    [InlineData("a/*.yaml", "a/b.yaml", true)]
    [InlineData("a/*.yaml", "x/a/b.yaml", false)]
    [InlineData("a/*.yaml", "a/c/b.yaml", false)]
    [InlineData("/b.yaml", "b.yaml", true)]
    [InlineData("/b.yaml", "a/b.yaml", false)]
    [InlineData("clusters/poc/**.yaml", "clusters/poc/a/b.yaml", true)]
    [InlineData("clusters/poc/**.yaml", "clusters/prod/a/b.yaml", false)]
    [InlineData("a/**/b.yaml", "a/b.yaml", true)]
    [InlineData("a/**/b.yaml", "a/x/y/b.yaml", true)]
    [InlineData("?.yaml", "b.yaml", true)]
    [InlineData("?.yaml", "bb.yaml", false)]
    [InlineData("*.{yaml,yml}", "b.yml", true)]
    [InlineData("*.{yaml,yml}", "b.json", false)]
    [InlineData("{a,b{1,2}}.yaml", "b2.yaml", true)]
    [InlineData("{a,b{1,2}}.yaml", "b.yaml", false)]
    [InlineData("{,x}b.yaml", "b.yaml", true)]
    [InlineData("{b}.yaml", "{b}.yaml", true)]
    [InlineData("{b}.yaml", "b.yaml", false)]
    [InlineData("c{1..12}.yaml", "c10.yaml", true)]
    [InlineData("c{1..12}.yaml", "c13.yaml", false)]
    [InlineData("c{-1..1}.yaml", "c-1.yaml", true)]
    [InlineData("c{3..1}.yaml", "c2.yaml", true)]
    [InlineData("c{1..12}.yaml", "c01.yaml", false)]
    [InlineData("[ab].yaml", "a.yaml", true)]
    [InlineData("[!ab].yaml", "a.yaml", false)]
    [InlineData("[a-c].yaml", "b.yaml", true)]
    [InlineData("[a.yaml", "[a.yaml", true)]
    [InlineData("\\*.yaml", "*.yaml", true)]
    [InlineData("\\*.yaml", "a.yaml", false)]
    [InlineData("{a,b.yaml", "{a,b.yaml", false)]
    [InlineData("c{1..99999999}.yaml", "c1.yaml", false)]
    public void Section_names_files(string name, string path, bool expected) => Assert.Equal(expected, EditorConfigGlob.Parse(name)?.IsMatch(path) == true);

    [Theory]
    [InlineData("error", Severity.Error)]
    [InlineData("warning", Severity.Warning)]
    [InlineData("suggestion", Severity.Info)]
    [InlineData("silent", Severity.Off)]
    [InlineData("NONE", Severity.Off)]
    [InlineData("default", Severity.Warning)]
    [InlineData("error # of old", Severity.Error)]
    public void Severity_has_the_words_of_the_compiler(string word, Severity expected) =>
        Assert.Equal(expected, Find("a.yaml", (".editorconfig", $"[*.yaml]\ndotnet_diagnostic.FLX3001.severity = {word}\n")));

    [Theory]
    [InlineData("clusters/poc/a.yaml", Severity.Off)]
    [InlineData("clusters/poc/deep/a.yaml", Severity.Error)]
    [InlineData("clusters/prod/a.yaml", Severity.Info)]
    [InlineData("apart/a.yaml", Severity.Warning)]
    public void Nearer_file_and_later_section_win_and_a_root_ends_the_search(string path, Severity expected) => Assert.Equal(
        expected,
        Find(
            path,
            (".editorconfig", "[*]\nDotnet_Diagnostic.flx3001.Severity : error\n[*.yaml]\ndotnet_diagnostic.FLX3001.severity = suggestion\n"),
            ("clusters/poc/.editorconfig", "; ours\nindent_size = 2\n[/*.yaml]\ndotnet_diagnostic.FLX3001.severity = none\n"),
            ("clusters/poc/deep/.editorconfig", "[*]\ndotnet_diagnostic.FLX3001.severity = error\n[*.json]\ndotnet_diagnostic.FLX3001.severity = none\n"),
            ("apart/.editorconfig", "root = true\n[*]\nindent_size = 2\n")));

    [Theory]
    [InlineData("dotnet_diagnostic.FLX3901.severity = none", ".editorconfig:2:19: there is no rule 'FLX3901'; the nearest is 'FLX3001'")]
    [InlineData("dotnet_diagnostic.FLX3001.severity = waring", ".editorconfig:2:38: the severity of 'FLX3001' must be error, warning, suggestion, silent, none or default, not 'waring'; the nearest is 'warning'")]
    [InlineData("dotnet_diagnostic.CA1852.severity = waring", null)]
    [InlineData("dotnet_diagnostic.FLX3001.severity = none", null)]
    public void Mistake_in_a_rule_of_ours_is_a_warning(string line, string? expected)
    {
        var problems = Read((".editorconfig", $"[*]\n{line}\n")).Problems.ToList();

        Assert.Equal(expected, problems.Select(problem => $"{problem.Location}: {problem.Message}").SingleOrDefault());
        Assert.All(problems, problem => Assert.True(problem.IsWarning));
    }

    [Fact]
    public void Switches_on_what_is_off()
    {
        var map = new SeverityMap(FluxLintConfiguration.Default, editorConfigs: Read((".editorconfig", "[a/**]\ndotnet_diagnostic.FLX3001.severity = warning\n")));

        Assert.True(map.IsOnAnywhere(Rule(Severity.Off)));
        Assert.Equal((Severity.Warning, Severity.Off), (map.Find(Rule(Severity.Off), "a/b.yaml"), map.Find(Rule(Severity.Off), "c/b.yaml")));
    }

    [Theory]
    [InlineData("preset: strict", Severity.Info)]
    [InlineData("rules: { FLX3001: error }", Severity.Error)]
    [InlineData("overrides: [{ paths: [a.yaml], rules: { FLX3001: off } }]", Severity.Off)]
    public void Configuration_is_stronger_and_the_preset_weaker(string configuration, Severity expected)
    {
        var map = new SeverityMap(ConfigurationTests.Parse(configuration).Configuration, editorConfigs: Read((".editorconfig", "[*]\ndotnet_diagnostic.FLX3001.severity = suggestion\n")));

        Assert.Equal(expected, map.Find(Rule(Severity.Warning), "a.yaml"));
    }

    private static Severity Find(string path, params (string Path, string Text)[] files) =>
        new SeverityMap(FluxLintConfiguration.Default, editorConfigs: Read(files)).Find(Rule(Severity.Warning), path);

    private static EditorConfigs Read(params (string Path, string Text)[] files) =>
        EditorConfigs.Read(Repository.Open(files.Aggregate(InMemoryFileSystem.Empty, (system, file) => system.WithFile(file.Path, file.Text))), ConfigurationTests.KnownRules);

    private static DiagnosticDescriptor Rule(Severity severity) =>
        new() { Id = "FLX3001", Title = "a title", Message = "a message", Category = RuleCategory.Helm, Severity = severity, Since = "0.1" };
}
