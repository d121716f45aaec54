using FluxLint.Diagnostics;
using FluxLint.Reporting;

namespace FluxLint.Core.Tests.Reporting;

public sealed class RulePageTests
{
    [Theory]
    [InlineData("One.\nTwo.\n\nThree.", "One. Two.")]
    [InlineData("# FLX1\r\n\r\nOne.\r\nTwo.\r\n", "One. Two.")]
    [InlineData("<!-- generated -->\n# FLX1\n\n| a | b |\n|---|---|\n| c | d |\n\n- item\n> quote\n---\nOne.\n## Flagged", "One.")]
    [InlineData("`version: \"*\"` and **[bold `link`](x.md)**, not [this] or [that", "version: \"*\" and bold link, not [this] or [that")]
    [InlineData("`[a](b)`", "[a](b)")]
    [InlineData("", "The title")]
    [InlineData("# Only a heading\n", "The title")]
    public void Takes_the_first_paragraph_as_plain_text(string page, string expected) =>
        Assert.Equal(expected, RulePage.FirstParagraph(Rule(page)));

    [Fact]
    public void Cuts_a_long_paragraph_between_words()
    {
        var text = RulePage.FirstParagraph(Rule(string.Join(' ', Enumerable.Repeat("word", 400))));

        Assert.InRange(text.Length, 990, 1_000);
        Assert.EndsWith(" word…", text, StringComparison.Ordinal);
    }

    private static RuleInfo Rule(string page)
    {
        var rule = SampleResult.Empty.Rules[0];
        return rule with { Page = page, Descriptor = rule.Descriptor with { Title = "The title" } };
    }
}
