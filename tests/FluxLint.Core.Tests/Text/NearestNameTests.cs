using CsCheck;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Text;

public class NearestNameTests
{
    [Theory]
    [InlineData("podifno", "podinfo")]
    [InlineData("Podinfo", "podinfo")]
    [InlineData("podinfoo", "podinfo")]
    [InlineData("pod", null)]
    [InlineData("istio-bse", "istio-base")]
    [InlineData("entirely-else", null)]
    [InlineData("", null)]
    [InlineData("x", null)]
    public void Nearest_of_candidates(string name, string? expected) =>
        Assert.Equal(expected, NearestName.Find(name, ["podinfo", "istio-base", "istiod", "a"]));

    [Theory]
    [InlineData("monitorng", "monitoring", true)]
    [InlineData("cluster-setings", "cluster-settings", true)]
    [InlineData("clustersettings", "cluster-settings", true)]
    [InlineData("cluster_settings", "cluster-settings", true)]
    [InlineData("team-a", "team-b", false)]
    [InlineData("tenant-1", "tenant-2", false)]
    [InlineData("platform1", "platform2", false)]
    [InlineData("apps", "app", false)]
    [InlineData("test", "rest", false)]
    [InlineData("prod-app", "prod-db", false)]
    [InlineData("staging-prometheus", "stagin-prometheu", false)]
    public void Slip_is_one_wrong_letter_in_one_long_word(string name, string candidate, bool expected) =>
        Assert.Equal(expected ? candidate : null, NearestName.FindSlip(name, [candidate]));

    [Fact]
    public void Same_but_for_case_wins_over_order() =>
        Assert.Equal("PATHS", NearestName.Find("paths", ["Path", "path", "PATHS"]));

    [Fact]
    public void Of_equally_near_ones_the_first_in_ordinal_order() =>
        Assert.Equal("cat", NearestName.Find("cut", ["cot", "cat", "cit"]));

    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    [InlineData("abcd", "badc", 2)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "ABC", 0)]
    public void Distance_counts_edits(string from, string to, int expected)
    {
        Assert.Equal(expected, NearestName.Distance(from, to, 100));
        Assert.Equal(expected, NearestName.Distance(from, to, expected));
        Assert.Null(expected == 0 ? null : NearestName.Distance(from, to, expected - 1));
    }

    [Fact]
    public void Distance_is_symmetric()
    {
        var text = Gen.Char['a', 'd'].Array[0, 8].Select(characters => new string(characters));
        Gen.Select(text, text).Sample((a, b) => NearestName.Distance(a, b, 20) == NearestName.Distance(b, a, 20));
    }
}
