using System.Text;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Text;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("ab\ncd", 0, 1, 1)]
    [InlineData("ab\ncd", 2, 1, 3)]
    [InlineData("ab\ncd", 3, 2, 1)]
    [InlineData("ab\ncd", 5, 2, 3)]
    [InlineData("ab\r\ncd", 2, 1, 3)]
    [InlineData("ab\r\ncd", 3, 1, 4)]
    [InlineData("ab\r\ncd", 4, 2, 1)]
    [InlineData("ab\rcd", 3, 2, 1)]
    [InlineData("a\r\rb", 3, 3, 1)]
    [InlineData("a\n\r\nb", 4, 3, 1)]
    [InlineData("😀x", 2, 1, 3)]
    [InlineData("\t\tx", 2, 1, 3)]
    [InlineData("a\n", 2, 2, 1)]
    [InlineData("", 0, 1, 1)]
    [InlineData("ab", 99, 1, 3)]
    [InlineData("ab", -1, 1, 1)]
    public void Position_counts_lines_and_utf16_units(string text, int offset, int line, int column) =>
        Assert.Equal(new LinePosition(line, column), SourceText.From("x", text).GetPosition(offset));

    [Theory]
    [InlineData("", 1)]
    [InlineData("a", 1)]
    [InlineData("a\n", 2)]
    [InlineData("a\r\nb\rc\nd", 4)]
    public void Line_count_is_that_of_an_editor(string text, int count) => Assert.Equal(count, SourceText.From("x", text).LineCount);

    [Fact]
    public void Line_spans_leave_line_breaks_out()
    {
        var source = SourceText.From("x", "ab\r\n\rc\n\nd");

        Assert.Equal(["ab", "", "c", "", "d"], Enumerable.Range(1, source.LineCount).Select(line => source.Slice(source.GetLineSpan(line)).ToString()));
    }

    [Fact]
    public void Utf8_with_a_byte_order_mark_is_decoded_without_it()
    {
        var source = SourceText.Decode("x", [0xEF, 0xBB, 0xBF, (byte)'a']);

        Assert.Equal(("a", true, "utf-8", null), (source.Text, source.HasByteOrderMark, source.Encoding.WebName, source.InvalidOffset));
    }

    [Theory]
    [InlineData(false, "utf-16")]
    [InlineData(true, "utf-16BE")]
    public void Utf16_with_a_byte_order_mark_is_decoded(bool bigEndian, string name)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        var source = SourceText.Decode("x", [.. encoding.GetPreamble(), .. encoding.GetBytes("größe: 😀\r\n")]);

        Assert.Equal(("größe: 😀\r\n", true, name, null), (source.Text, source.HasByteOrderMark, source.Encoding.WebName, source.InvalidOffset));
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', 0xFF, (byte)'b' }, 1)]
    [InlineData(new byte[] { 0xC3, 0xA4, 0xC3 }, 1)]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98, 0x80, 0x80 }, 2)]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, 0)]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'a', 0xFE }, 1)]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'a', 0, 0, 0xD8 }, 1)]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'a', 0, (byte)'b' }, 1)]
    public void Invalid_bytes_are_replaced_and_the_first_is_named(byte[] bytes, int offset)
    {
        var source = SourceText.Decode("x", bytes);

        Assert.Equal(offset, source.InvalidOffset);
        Assert.Equal('\uFFFD', source.Text[offset]);
    }

    [Fact]
    public void Replacement_character_that_stands_in_the_file_is_valid() =>
        Assert.Null(SourceText.Decode("x", "\uFFFD"u8).InvalidOffset);

    [Theory]
    [InlineData(0, 4, 1, 2, true)]
    [InlineData(1, 2, 1, 2, true)]
    [InlineData(1, 2, 1, 3, false)]
    [InlineData(1, 2, 0, 1, false)]
    public void Span_contains_what_lies_inside(int start, int length, int otherStart, int otherLength, bool expected) =>
        Assert.Equal(expected, new TextSpan(start, length).Contains(new(otherStart, otherLength)));

    [Fact]
    public void Positions_are_ordered_by_line_and_then_column() =>
        Assert.Equal(["1:2", "1:10", "2:1"], new LinePosition[] { new(2, 1), new(1, 10), new(1, 2) }.Order().Select(position => position.ToString()));
}
