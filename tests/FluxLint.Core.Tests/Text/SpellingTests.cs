using FluxLint.Text;

namespace FluxLint.Core.Tests.Text;

/// <summary>What is said of two names before they are compared letter by letter.</summary>
public sealed class SpellingTests
{
    [Theory]
    [InlineData("kustomization", "missing", 8)]
    [InlineData("Team", "tEAM", 0)]
    [InlineData("abc", "cab", 0)]
    [InlineData("", "ab", 2)]
    [InlineData("straße", "STRASSE", 2)]
    public void Letters_that_only_one_name_has_cost_an_edit_each(string from, string to, int expected)
    {
        Assert.Equal(expected, new Spelling(from).LeastEdits(new(to)));
        Assert.Equal(expected, new Spelling(to).LeastEdits(new(from)));
    }

    [Fact]
    public void Never_more_edits_are_asked_for_than_lead_from_one_name_to_the_other()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var (from, to) = (Name(random), Name(random));
            Assert.True(new Spelling(from).LeastEdits(new(to)) <= NearestName.Distance(from, to, int.MaxValue), $"{from} {to}");
        }
    }

    [Fact]
    public void A_name_may_have_any_length() =>
        Assert.True(new Spelling(new('a', 10_000)).LeastEdits(new("b")) <= 10_000);

    private static string Name(Random random) => string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => "abAB-éÉſs"[random.Next(9)]));
}
