using System.Diagnostics;
using FluxLint.Files;

namespace FluxLint.Core.Tests.Files;

public class GlobTests
{
    [Theory]
    [InlineData("clusters/poc/**", "clusters/poc/a", true)]
    [InlineData("clusters/poc/**", "clusters/poc/a/b/c.yaml", true)]
    [InlineData("clusters/poc/**", "clusters/poc", false)]
    [InlineData("clusters/poc/**", "clusters/poc2/a", false)]
    [InlineData("clusters/prod-region-*/*", "clusters/prod-region-1/c01", true)]
    [InlineData("clusters/prod-region-*/*", "clusters/prod-region-1/c01/apps", false)]
    [InlineData("clusters/prod-region-*/*", "clusters/prod-region-1", false)]
    [InlineData("clusters/*", "clusters/", false)]
    [InlineData("clusters/poc/**.yaml", "clusters/poc/a/b.yaml", true)]
    [InlineData("clusters/poc/**.yaml", "clusters/poc/a/b.yml", false)]
    [InlineData("**/kustomization.yaml", "kustomization.yaml", true)]
    [InlineData("**/kustomization.yaml", "a/b/kustomization.yaml", true)]
    [InlineData("**/kustomization.yaml", "a/my-kustomization.yaml", false)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b", true)]
    [InlineData("a/**/b", "a/xb", false)]
    [InlineData("a/**/b/**/c", "a/b/b/x/c", true)]
    [InlineData("**", "a/b", true)]
    [InlineData("**", "a", true)]
    [InlineData("*", "a/b", false)]
    [InlineData("istio*", "istio", true)]
    [InlineData("istio*", "istio-base", true)]
    [InlineData("istio*", "an-istio", false)]
    [InlineData("c0?", "c01", true)]
    [InlineData("c0?", "c0/", false)]
    [InlineData("c0?", "c0", false)]
    [InlineData("c0?", "c0😀", true)]
    [InlineData("c[0-9a]", "c7", true)]
    [InlineData("c[0-9a]", "ca", true)]
    [InlineData("c[0-9a]", "cb", false)]
    [InlineData("c[!0-9]", "cb", true)]
    [InlineData("c[^0-9]", "c1", false)]
    [InlineData("c[!0-9]d", "c/d", false)]
    [InlineData("c[]]", "c]", true)]
    [InlineData("{poc,test}/*", "test/a", true)]
    [InlineData("{poc,test}/*", "prod/a", false)]
    [InlineData("{a/b,c{d,e/*}}/f", "a/b/f", true)]
    [InlineData("{a/b,c{d,e/*}}/f", "ce/x/f", true)]
    [InlineData("{a/b,c{d,e/*}}/f", "cd/f", true)]
    [InlineData("{a/b,c{d,e/*}}/f", "c/f", false)]
    [InlineData("x{,-dev}.yaml", "x.yaml", true)]
    [InlineData("x{,-dev}.yaml", "x-dev.yaml", true)]
    [InlineData("a,b", "a,b", true)]
    [InlineData(@"a\*b", "a*b", true)]
    [InlineData(@"a\*b", "axb", false)]
    [InlineData("/apps/", "apps", true)]
    [InlineData("./apps", "apps", true)]
    [InlineData(".", "", true)]
    [InlineData("apps", "Apps", false)]
    public void Pattern_matches_whole_path(string pattern, string path, bool expected)
    {
        var glob = Glob.Parse(pattern, out var problem);
        Assert.Null(problem);
        Assert.Equal(expected, glob?.Matches(path));
    }

    [Theory]
    [InlineData("", "the pattern is empty")]
    [InlineData("a/[bc", "the pattern 'a/[bc' has a '[' that opens no valid set of characters")]
    [InlineData("a/[]", "the pattern 'a/[]' has a '[' that opens no valid set of characters")]
    [InlineData("{a,b", "the pattern '{a,b' has a '{' without '}'")]
    [InlineData("a}", "the pattern 'a}' has a '}' without '{'")]
    [InlineData("../a", "the pattern '../a' must not contain '..'")]
    [InlineData(@"a\", @"the pattern 'a\' ends with a '\' that has nothing to escape")]
    public void Malformed_pattern_is_explained(string pattern, string expected)
    {
        Assert.Null(Glob.Parse(pattern, out var problem));
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void Deep_braces_are_refused() =>
        Assert.Equal(
            "nests braces more than 32 deep",
            Glob.Parse(new string('{', 10_000), out var problem) is null && problem is not null ? problem[^30..] : null);

    [Theory]
    [InlineData("a*a*a*a*a*a*a*a*a*a*a*a*a*a*b")]
    [InlineData("**/a/**/a/**/a/**/a/**/a/**/b")]
    [InlineData("{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}*{a,aa}*b")]
    public void Hostile_pattern_takes_linear_time(string pattern)
    {
        var glob = Glob.Parse(pattern, out _);
        var watch = Stopwatch.StartNew();
        Assert.False(glob?.Matches(new string('a', 20_000)));
        Assert.False(glob?.Matches(string.Concat(Enumerable.Repeat("a/", 10_000)) + "a"));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
    }
}
