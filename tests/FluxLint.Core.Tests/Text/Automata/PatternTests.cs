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
    [InlineData("(?i)^ABC[d-e]$", "abcE", true)]
    [InlineData("a(?i)b", "AB", false)]
    [InlineData("^(?:(?i)a|b)C$", "BC", true)]
    [InlineData("^(?:(?i)a|b)C$", "bc", false)]
    [InlineData("^(?i:a)b$", "Ab", true)]
    [InlineData("^(?i)(?-i)a$", "A", false)]
    [InlineData("(?i)^k$", "\u212a", true)]
    [InlineData("(?i)^[^k]$", "K", false)]
    [InlineData("(?i)^\\W$", "s", false)]
    [InlineData("(?i)^\u03c3$", "\u03c2", true)]
    [InlineData("^a.b$", "a\nb", false)]
    [InlineData("(?s)^a.b$", "a\nb", true)]
    [InlineData("^b$", "a\nb\nc", false)]
    [InlineData("(?m)^b$", "a\nb\nc", true)]
    [InlineData("\\bword\\b", "a word.", true)]
    [InlineData("\\bword\\b", "swords", false)]
    [InlineData("\\Bword\\B", "swords", true)]
    public void Pattern_is_found_or_not(string pattern, string text, bool expected) =>
        Assert.Equal(expected, PatternParser.Parse(pattern)?.IsMatch(text));

    [Theory]
    [InlineData("(?x)abc")]
    [InlineData("(?i")]
    [InlineData("(?i-)a")]
    [InlineData("(?i--s)a")]
    [InlineData("(?i)*a")]
    [InlineData("(?Pname)a")]
    [InlineData("\\Qa\\E")]
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

    [Theory]
    [InlineData("a*", "baaa", "0-0")]
    [InlineData("a+", "baaa", "1-4")]
    [InlineData("a+?", "baaa", "1-2")]
    [InlineData("(?U)a+", "baaa", "1-2")]
    [InlineData("(?U)a+?", "baaa", "1-4")]
    [InlineData("a|ab", "xab", "1-2")]
    [InlineData("ab|a", "xab", "1-3")]
    [InlineData("(a|ab)(c|bcd)(d*)", "abcd", "0-4")]
    [InlineData("b$", "abcb", "3-4")]
    [InlineData("^b", "ab", "")]
    [InlineData("a{1,2}", "aaa", "0-2")]
    [InlineData("(?:a*)*b", "aac", "")]
    public void First_match_is_as_far_left_as_can_be_and_the_way_that_is_preferred(string pattern, string text, string expected) =>
        Assert.Equal(expected, PatternParser.Parse(pattern) is { } automaton && new PatternSearch(automaton, text).Find(0) is var (start, end) ? $"{start}-{end}" : "");

    [Fact]
    public void Any_match_of_both_languages_is_the_same()
    {
        var part = Gen.OneOf("a", "b", "ab", ".", "[ab]", "(a|ab)", "(ab|a)", "c", "\\b", "\\B");
        var repeated = Gen.Select(part, Gen.OneOf("", "", "*", "+", "?", "*?", "+?", "??", "{1,2}", "{1,2}?"), (text, times) => text[0] == '\\' ? text : $"(?:{text}){times}");
        var pattern = Gen.Select(Gen.OneOf("", "(?i)", "(?s)", "^"), repeated.Array[1, 5], (start, parts) => start + string.Concat(parts));

        Gen.Select(pattern, Gen.OneOf('a', 'b', 'c', 'A', ' ').Array[0, 8]).Sample((written, characters) =>
        {
            var text = new string(characters);
            var expected = Regex.Match(text, written, RegexOptions.CultureInvariant);
            var automaton = PatternParser.Parse(written);
            Assert.NotNull(automaton);
            Assert.Equal(expected.Success ? (expected.Index, expected.Index + expected.Length) : null, new PatternSearch(automaton, text).Find(0));
        }, iter: 2_000);
    }
}
