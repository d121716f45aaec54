using FluxLint.Cli.Terminal;

namespace FluxLint.Cli.Tests.Terminal;

public sealed class DisplayWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("name", 4)]
    [InlineData("日本", 4)]
    [InlineData("…é", 2)]
    [InlineData("e\u0301", 1)]
    [InlineData("\u200B", 0)]
    [InlineData("👍", 2)]
    [InlineData("👍\U0001F3FD", 2)]
    [InlineData("🇩🇪", 2)]
    [InlineData("👩\u200D💻", 4)]
    [InlineData("\U0001FA8A", 2)]
    public void Text_takes_the_columns_of_its_characters(string text, int columns) => Assert.Equal(columns, DisplayWidth.Of(text));
}
