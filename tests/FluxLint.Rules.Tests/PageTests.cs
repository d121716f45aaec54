using FluxLint.Analysis;
using FluxLint.Testing;

namespace FluxLint.Rules.Tests;

/// <summary>Runs the pages beside the rules: their examples are real, and what is generated in them is up to date.</summary>
public sealed class PageTests
{
    private static readonly BuiltInRules Pack = new();

    public static TheoryData<string> Ids() => [.. Pack.Rules.Select(rule => rule.Describe().Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_is_true_and_up_to_date(string id)
    {
        var rule = Pack.Rules.Single(candidate => candidate.Describe().Id == id);
        var path = Paths.Page(rule);
        var page = File.ReadAllText(path);

        var result = new PageRunner(RuleSet.Of(Pack)).Run(rule, page);

        Assert.Empty(result.Problems);
        Generated.Match(path, result.Text);
        Assert.Contains("\n## Flagged\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Clean\n", page, StringComparison.Ordinal);
    }
}
