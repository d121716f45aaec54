using FluxLint.Cli.Starting;
using FluxLint.Reporting;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>What <c>fluxlint new pack</c> and <c>fluxlint new rule</c> write. That it builds is asked elsewhere.</summary>
public sealed class NewPackTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fluxlint-new-");

    private string Root => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Writes_a_pack_with_its_name_and_our_version_and_adds_a_rule()
    {
        var pack = await CommandRun.Of(Root, "new", "pack", "Contoso.FluxLint");
        var rule = await CommandRun.Of(Path.Combine(Root, "Contoso.FluxLint"), "new", "rule", "missing-limit");

        Assert.Equal((0, "", 0, ""), (pack.ExitCode, pack.Error, rule.ExitCode, rule.Error));
        await Verifier.Verify($"{pack.Output}\n{rule.Output}\n{Read("src/Contoso.FluxLint/Pack.cs")}\n{Read("src/Contoso.FluxLint/MissingLimit.cs")}");
        Assert.Contains($"<FluxLintVersion>{ToolInfo.Version}</FluxLintVersion>", Read("Directory.Build.props"), StringComparison.Ordinal);
        Assert.StartsWith("# CONTOSO002: missing-limit\n", Read("src/Contoso.FluxLint/MissingLimit.md"), StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains("COMPANY", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("pack", "Contoso..FluxLint", "'Contoso..FluxLint' cannot be the name of a pack: it is to be a namespace and a package, as 'Contoso.FluxLint' is")]
    [InlineData("pack", "../Contoso", "'../Contoso' cannot be the name of a pack: it is to be a namespace and a package, as 'Contoso.FluxLint' is")]
    [InlineData("pack", "Contoso.class", "'Contoso.class' cannot be the name of a pack: 'class' is a word of C#")]
    [InlineData("pack", "Flx.Rules", "'Flx.Rules' cannot be the name of a pack: its ids would begin with FLX, as those of the built-in rules do")]
    [InlineData("pack", "FluxLint.Core", "'FluxLint.Core' cannot be the name of a pack: what it is built with begins with FluxLint as well; 'Contoso.FluxLint' would do")]
    [InlineData("pack", "Xunit", "'Xunit' cannot be the name of a pack: what it is built with begins with Xunit as well; 'Contoso.FluxLint' would do")]
    [InlineData("pack", "There", "'There' is there already, is not empty, and stays as it is")]
    [InlineData("rule", "missing_limit", "'missing_limit' cannot be the name of a rule: it is to be a class and a name that users write, as 'MissingOwner' and 'missing-owner' are")]
    [InlineData("rule", "../X", "'../X' cannot be the name of a rule: it is to be a class and a name that users write, as 'MissingOwner' and 'missing-owner' are")]
    [InlineData("rule", "UnpinnedChartVersion", "'unpinned-chart-version' is the name of FLX3001, a built-in rule")]
    [InlineData("rule", "Severity", "'Severity' cannot be the name of a rule: rules use a class of this name")]
    [InlineData("rule", "Pack", "'Pack' cannot be the name of a rule: rules use a class of this name")]
    public async Task What_cannot_be_is_one_sentence(string what, string name, string sentence)
    {
        await CommandRun.Of(Root, "new", "pack", "There");

        var run = await CommandRun.Of(Root, "new", what, name);

        Assert.Equal((2, "", $"error: {sentence}\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task Nothing_is_overwritten_and_no_pack_is_guessed()
    {
        await CommandRun.Of(Root, "new", "pack", "Contoso.FluxLint", "--directory", "one");
        await CommandRun.Of(Root, "new", "pack", "Fabrikam.FluxLint", "--directory", "two");

        var again = await CommandRun.Of(Path.Combine(Root, "one"), "new", "rule", "OldOwnerAnnotation");
        var several = await CommandRun.Of(Root, "new", "rule", "MissingLimit");
        var none = await CommandRun.Of(Root, "new", "rule", "MissingLimit", "--directory", "one/tests/Contoso.FluxLint.Tests/Cases");
        var elsewhere = await CommandRun.Of(folder.CreateSubdirectory("three").FullName, "new", "rule", "MissingLimit");

        Assert.Equal((2, 2, 0, 2), (again.ExitCode, several.ExitCode, none.ExitCode, elsewhere.ExitCode));
        Assert.Contains("OldOwnerAnnotation", again.Error, StringComparison.Ordinal);
        Assert.Contains("say which with --directory", several.Error, StringComparison.Ordinal);
        Assert.Contains("'fluxlint new pack NAME' writes one", elsewhere.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_of_a_solution_nothing_is_read_but_packs_near_by()
    {
        await CommandRun.Of(Root, "new", "pack", "Contoso.FluxLint", "--directory", "a/b/c/d");
        var far = await CommandRun.Of(Root, "new", "rule", "MissingLimit");
        await CommandRun.Of(Root, "new", "pack", "Fabrikam.FluxLint", "--directory", "two");
        var near = await CommandRun.Of(Root, "new", "rule", "MissingLimit");

        Assert.StartsWith($"error: there is no pack in '{Root}'", far.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (near.ExitCode, near.Error));
        Assert.True(File.Exists(Path.Combine(Root, "two/src/Fabrikam.FluxLint/MissingLimit.cs")));
    }

    [Theory]
    [InlineData("ImmutableArray<Rule> Rules { get; } = [];", "ImmutableArray<Rule> Rules { get; } = [new B()];")]
    [InlineData("ImmutableArray<Rule> Rules => [new A(), new X(1)];", "ImmutableArray<Rule> Rules => [new A(), new X(1), new B()];")]
    [InlineData("  ImmutableArray<Rule> Rules =>\n  [\n  ];", "  ImmutableArray<Rule> Rules =>\n  [\n      new B(),\n  ];")]
    [InlineData("ImmutableArray<Rule> Rules =>\n[\n    new A() // first\n];", "ImmutableArray<Rule> Rules =>\n[\n    new A(), // first\n    new B(),\n];")]
    [InlineData("ImmutableArray<Rule> Rules =>\r\n[\r\n    new A(),\r\n];", "ImmutableArray<Rule> Rules =>\r\n[\r\n    new A(),\r\n    new B(),\r\n];")]
    [InlineData("ImmutableArray<Rule> Rules => ImmutableArray.Create<Rule>(new A());", null)]
    public void The_list_gets_an_entry_as_it_is_written(string source, string? expected) => Assert.Equal(expected, RuleList.With(source, "B"));

    private string Read(string path) => File.ReadAllText(Path.Combine(Root, "Contoso.FluxLint", path));
}
