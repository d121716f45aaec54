using System.Text.RegularExpressions;
using CsCheck;
using FluxLint.Text.Automata;

namespace FluxLint.Core.Tests.Text.Automata;

/// <summary>Regular expressions as the API server reads them.</summary>
public sealed class PatternTests
{
    [Theory]
    [InlineData("^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$", "1h30m", true)]
    [InlineData("^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$", "1.5h", true)]
    [InlineData("^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$", "10", false)]
    [InlineData("^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$", "", false)]
    [InlineData("^(http|https|oci)://.*$", "https://charts.jetstack.io", true)]
    [InlineData("^(http|https|oci)://.*$", "ssh://git@github.com", false)]
    [InlineData("^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$", "sha256:0a=", true)]
    [InlineData("^[\\-._a-zA-Z0-9]+$", "ca-bundle_1.crt", true)]
    [InlineData("^([a-zA-Z0-9_\\-.\\\\\\/]|\\[[0-9]{1,5}\\])+$", "a.b[12]\\c/d", true)]
    [InlineData("^([a-zA-Z0-9_\\-.\\\\\\/]|\\[[0-9]{1,5}\\])+$", "a[123456]", false)]
    [InlineData("b", "abc", true)]
    [InlineData("", "abc", true)]
    [InlineData("^$", "\n", false)]
    [InlineData("a{2,3}$", "baa", true)]
    [InlineData("^a{2,}$", "a", false)]
    [InlineData("a{,2}", "a{,2}", true)]
    [InlineData("^[[:alpha:]]+$", "Web", true)]
    [InlineData("^[^a]$", "😀", true)]
    [InlineData("^[]a]+$", "]a", true)]
    [InlineData("^(?P<name>a|b)*?$", "abba", true)]
    public void Pattern_is_found_or_not(string pattern, string text, bool expected) =>
        Assert.Equal(expected, PatternParser.Parse(pattern)?.IsMatch(text));

    [Theory]
    [InlineData("(?i)abc")]
    [InlineData("\\bword\\b")]
    [InlineData("\\pL")]
    [InlineData("(?=a)")]
    [InlineData("(a")]
    [InlineData("a)")]
    [InlineData("[a")]
    [InlineData("a**")]
    [InlineData("a{1001}")]
    [InlineData("((a{1000}){1000}){1000}")]
    [InlineData("(((){1000}){1000}){1000}")]
    [InlineData("(((()*){1000})+){1000}")]
    [InlineData("(a{1,500}){1,500}")]
    [InlineData("((a?){50}){50}")]
    public void Pattern_that_is_not_known_is_left_alone(string pattern) => Assert.Null(PatternParser.Parse(pattern));

    [Theory]
    [InlineData("(()*)*", 5)]
    [InlineData("((a?){20}){50}", 2_001)]
    [InlineData("((a*)*)*", 8)]
    [InlineData("(((((((((a+)+)+)+)+)+)+)+)+)+", 12)]
    [InlineData("^(a|a?)+(a|aa)+$", 15)]
    public void Each_character_costs_no_more_than_the_steps_of_a_pattern(string pattern, int steps) =>
        Assert.Equal(steps, PatternParser.Parse(pattern)?.Length);

    [Fact]
    public void Steps_that_lead_to_each_other_are_followed_once() =>
        Assert.False(PatternParser.Parse("^(((a|a?)*)*|(aa)*)*(a|aa)+$")?.IsMatch(new string('a', 5_000) + "b"));

    [Fact]
    public void Any_pattern_of_both_languages_means_the_same()
    {
        var part = Gen.OneOf("a", "b", "ab", ".", "[ab]", "[^a]", "(a|b)", "(ab|c)", "\\d", "c");
        var repeated = Gen.Select(part, Gen.OneOf("", "", "*", "+", "?", "{2}", "{1,2}"), (text, times) => (text.Length > 1 && text[0] is not ('[' or '(' or '\\') ? $"(?:{text})" : text) + times);
        var pattern = Gen.Select(Gen.Bool, repeated.Array[0, 5], Gen.Bool, (start, parts, end) => (start ? "^" : "") + string.Concat(parts) + (end ? "$" : ""));

        Gen.Select(pattern, Gen.OneOf('a', 'b', 'c', '1').Array[0, 8]).Sample((written, characters) =>
        {
            var text = new string(characters);
            Assert.Equal(Regex.IsMatch(text, written, RegexOptions.CultureInvariant), PatternParser.Parse(written)?.IsMatch(text));
        }, iter: 2_000);
    }
}
