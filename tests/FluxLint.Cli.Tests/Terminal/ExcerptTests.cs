using CsCheck;
using FluxLint.Cli.Terminal;

namespace FluxLint.Cli.Tests.Terminal;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("key: [value]", "key: value", "     ^^^^^")]
    [InlineData("\tkey: [value]", "    key: value", "         ^^^^^")]
    [InlineData("ab[\t]c", "ab  c", "  ^^")]
    [InlineData("a: 日本 [x]", "a: 日本 x", "        ^")]
    [InlineData("a: 🚀 [x]", "a: 🚀 x", "      ^")]
    [InlineData("a: [🚀🚀]", "a: 🚀🚀", "   ^^^^")]
    [InlineData("e\u0301: [x]", "e\u0301: x", "   ^")]
    [InlineData("a\e[b]", "a␛b", "  ^")]
    [InlineData("abc[]", "abc", "   ^")]
    [InlineData("[]abc", "abc", "^")]
    [InlineData("[]", "", "^")]
    public void Marks_what_is_in_brackets(string marked, string text, string caret) => AssertExcerpt(marked, 80, text, caret);

    [Theory]
    [InlineData("0123456789[abc]defghijkl", "0123456789abcdefghi…", "          ^^^", 20)]
    [InlineData("012[34]56789abcdefghijklmnop", "0123456789abcdefghi…", "   ^^", 20)]
    [InlineData("0123456789abcdefghijklmnop[qr]st", "…klmnopqrst", "       ^^", 20)]
    [InlineData("0123456789abcdefghijklmnopqrst[]", "…opqrst", "       ^", 20)]
    [InlineData("[0123456789abcdefghijklmnopqrst]", "0123456789abcdefghi…", "^^^^^^^^^^^^^^^^^^^", 20)]
    [InlineData("日本日本日本日本日本日本[x]日本日本", "…本日本x日本日本", "       ^", 20)]
    public void Cuts_around_the_mark(string marked, string text, string caret, int width) => AssertExcerpt(marked, width, text, caret);

    [Fact]
    public void Never_cuts_a_character_in_two()
    {
        var line = "🚀" + new string('\u0301', 19) + "x";

        Assert.Equal(line, Excerpt.Of(line, line.Length - 1, line.Length, width: 20).Text);
    }

    [Fact]
    public void Never_takes_more_than_the_width_and_always_shows_the_mark() =>
        Gen.Select(Gen.String[Gen.Char["a \t日\u0301\ud83d\ude80\e"], 0, 200], Gen.Double[0, 1], Gen.Int[0, 30], Gen.Int[20, 60])
            .Sample((line, at, length, width) =>
            {
                var start = (int)(at * line.Length);

                var excerpt = Excerpt.Of(line, start, Math.Min(line.Length, start + length), width);

                var columns = excerpt.Text.EnumerateRunes().Sum(DisplayWidth.Of);
                // A mark behind the last character stands behind the text.
                return columns <= width && excerpt.CaretLength >= 1 && excerpt.CaretStart + excerpt.CaretLength <= columns + 1;
            });

    [Fact]
    public void A_line_of_megabytes_costs_what_is_shown()
    {
        var line = new string('x', 16 << 20);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var excerpt = Excerpt.Of(line, line.Length / 2, (line.Length / 2) + 3, 80);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
        Assert.Equal(80, excerpt.Text.Length);
    }

    private static void AssertExcerpt(string marked, int width, string text, string caret)
    {
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var end = marked.IndexOf(']', StringComparison.Ordinal) - 1;

        var excerpt = Excerpt.Of(marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal), start, end, width);

        Assert.Equal(text, excerpt.Text);
        Assert.Equal(caret, new string(' ', excerpt.CaretStart) + new string('^', excerpt.CaretLength));
    }
}
