using FluxLint.Analysis;
using FluxLint.Testing;

namespace FluxLint.Rules.Tests;

/// <summary>Runs Cases/Rule/*: every finding of the rule has its marker, and every marker its finding.</summary>
public sealed class CaseTests
{
    private static readonly BuiltInRules Pack = new();

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var folder in Directory.EnumerateDirectories(Paths.Cases).Order(StringComparer.Ordinal))
        {
            foreach (var path in CaseRunner.Find(folder))
                cases.Add(Path.GetFileName(folder), Path.GetFileName(path));
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Findings_are_the_marked_ones(string rule, string name)
    {
        var id = Pack.Rules.Single(candidate => candidate.GetType().Name == rule).Describe().Id;

        var result = new CaseRunner(RuleSet.Of(Pack)).Run(Path.Combine(Paths.Cases, rule, name), id);

        Assert.True(result.Passed, result.Report);
    }
}
