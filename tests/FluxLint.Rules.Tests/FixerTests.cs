using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.CodeFixes;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Semantics;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Rules.Tests;

public sealed class FixerTests
{
    private const string Head = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

    [Fact]
    public void Goes_on_until_nothing_is_left_to_fix()
    {
        var result = Fix("data: {x: one, y: one}", (edit, data, key) => edit.Set(data, key, data.Text(key) == "one" ? "two" : "good"));

        Assert.Equal(Head + "data: {x: good, y: good}\n", Assert.Single(result.Files).After.Text);
        Assert.Equal(Head + "data: {x: one, y: one}\n", result.Files[0].Before.Text);
        Assert.Equal((4, 0, 0), (result.Fixed.Length, result.Refused.Length, result.Remaining.Diagnostics.Length));
    }

    [Fact]
    public void Stops_where_fixes_undo_each_other()
    {
        var result = Fix("data: {x: one}", (edit, data, key) => edit.Set(data, key, data.Text(key) == "one" ? "two" : "one"));

        Assert.Empty(result.Files);
        Assert.Single(result.Remaining.Diagnostics);
    }

    [Fact]
    public void Leaves_out_what_breaks_the_file_and_makes_the_others()
    {
        var result = Fix("data: {x: one, y: one, z: one}", (edit, data, key) => key == "y" ? edit.Set(data, key, "good") is { } made ? made with { NewText = "[" } : null : edit.Set(data, key, "good"));

        Assert.Equal(Head + "data: {x: good, y: one, z: good}\n", Assert.Single(result.Files).After.Text);
        Assert.Equal("y is one", Assert.Single(result.Refused).Message);
        Assert.Equal("y is one", Assert.Single(result.Remaining.Diagnostics).Message);
    }

    [Fact]
    public void Leaves_out_what_does_not_take_its_finding_away()
    {
        var result = Fix("data: {x: one}", (edit, data, _) => edit.Set(data, "more", "good"));

        Assert.Empty(result.Files);
        Assert.Equal("x is one", Assert.Single(result.Refused).Message);
    }

    [Fact]
    public void Leaves_out_what_breaks_a_build()
    {
        var result = Fix("data: {x: one}", (_, data, _) => new(data.Source, new(0, data.Source.Text.Length), "apiVersion: v1\nkind: ConfigMap\ndata: {x: good}\n"));

        Assert.Empty(result.Files);
        Assert.Single(result.Refused);
    }

    [Fact]
    public void Fixes_only_the_part_that_is_asked_for_and_nothing_unsure()
    {
        var files = Repository("data: {x: one}");

        Assert.Empty(Fixer.Fix(Compilation.Create(files), RuleSet.Of(new BuiltInRules(), new PickyPack(Good)), FixSafety.Unsafe, new() { Paths = ["elsewhere"] }).Files);
        Assert.Empty(Fixer.Fix(Compilation.Create(files), RuleSet.Of(new BuiltInRules(), new PickyPack(Good)), FixSafety.Safe).Files);
        Assert.Single(Fixer.Fix(Compilation.Create(files), RuleSet.Of(new BuiltInRules(), new PickyPack(Good)), FixSafety.Unsafe).Files);
    }

    private static TextChange? Good(YamlEdit edit, YamlMapping data, string key) => edit.Set(data, key, "good");

    private static FixResult Fix(string data, Func<YamlEdit, YamlMapping, string, TextChange?> change) =>
        Fixer.Fix(Compilation.Create(Repository(data)), RuleSet.Of(new BuiltInRules(), new PickyPack(change)), FixSafety.Unsafe);

    private static InMemoryFileSystem Repository(string data) =>
        InMemoryFileSystem.Empty.WithFile("kustomization.yaml", "resources: [a.yaml]\n").WithFile("a.yaml", $"{Head}{data}\n");

    /// <summary>A rule that wants every value to be good, and knows a change for each that is not.</summary>
    private sealed class PickyPack(Func<YamlEdit, YamlMapping, string, TextChange?> change) : RulePack
    {
        public override string Name => "picky";

        public override ImmutableArray<Rule> Rules { get; } = [new PickyRule(change)];

        public override string Page(Rule rule) => "";
    }

    private sealed class PickyRule(Func<YamlEdit, YamlMapping, string, TextChange?> change) : Rule
    {
        private static readonly DiagnosticDescriptor Descriptor = new()
        {
            Id = "ACME002",
            Title = "A value that is not good",
            Message = "{0} is {1}",
            Category = RuleCategory.Hygiene,
            Severity = Severity.Warning,
            Since = "1.0",
        };

        public override DiagnosticDescriptor Describe() => Descriptor;

        public override void Register(RuleRegistry registry) => registry.OnFile(context =>
        {
            foreach (var entry in context.Tree.RootMapping?.Mapping("data")?.Entries ?? [])
            {
                if (entry is { Name: { } name, Value: YamlScalar { Value: not "good" } value } && context.Tree.RootMapping?.Mapping("data") is { } data && name != "more")
                    context.Report(Descriptor, value.Location, name, value.Value).WithFix(CodeFix.Unsafe("Make it good", change(context.Edit, data, name)));
            }
        });
    }
}
