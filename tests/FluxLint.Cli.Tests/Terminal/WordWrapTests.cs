using FluxLint.Cli.Terminal;

namespace FluxLint.Cli.Tests.Terminal;

public sealed class WordWrapTests
{
    [Theory]
    [InlineData("", 20, "")]
    [InlineData("short", 20, "short")]
    [InlineData("one two three four five", 20, "one two three four|five")]
    [InlineData("日本日本日 日本日本日 x", 21, "日本日本日 日本日本日|x")]
    [InlineData("a_word_that_is_longer_than_the_line b", 20, "a_word_that_is_longer_than_the_line|b")]
    [InlineData("one two three four five", 1, "one two three four|five")]
    public void Breaks_at_blanks(string text, int width, string lines) => Assert.Equal(lines.Split('|'), WordWrap.Lines(text, width));
}
