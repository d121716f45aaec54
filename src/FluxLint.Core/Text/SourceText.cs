using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace FluxLint.Text;

/// <summary>The decoded text of one file, with its lines. Immutable.</summary>
public sealed class SourceText
{
    private readonly Lazy<int[]> lineStarts;

    private SourceText(string path, string text, Encoding encoding, bool hasByteOrderMark, int? invalidOffset)
    {
        Path = path;
        Text = text;
        Encoding = encoding;
        HasByteOrderMark = hasByteOrderMark;
        InvalidOffset = invalidOffset;
        lineStarts = new(() => FindLineStarts(text));
    }

    /// <summary>Path from the repository root, with <c>/</c> between its parts.</summary>
    public string Path { get; }

    /// <summary>The whole text, without a byte order mark and with its line breaks as they are in the file.</summary>
    public string Text { get; }

    /// <summary>The encoding of the file: UTF-8, or UTF-16 when a byte order mark says so.</summary>
    public Encoding Encoding { get; }

    /// <summary>Whether the file starts with a byte order mark.</summary>
    public bool HasByteOrderMark { get; }

    /// <summary>Offset of the first character that stands for bytes which are not valid in <see cref="Encoding"/>; null when all are.</summary>
    public int? InvalidOffset { get; }

    /// <summary>Number of lines; a text without a line break has one.</summary>
    public int LineCount => lineStarts.Value.Length;

    /// <summary>Makes a text from characters.</summary>
    public static SourceText From(string path, string text) =>
        new(path, text, Encoding.UTF8, hasByteOrderMark: false, invalidOffset: null);

    /// <summary>Decodes the bytes of a file. Bytes that are not valid become U+FFFD, and <see cref="InvalidOffset"/> tells of the first.</summary>
    public static SourceText Decode(string path, ReadOnlySpan<byte> bytes)
    {
        var (encoding, mark) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => (Encoding.UTF8, 0),
        };
        var content = bytes[mark..];
        return new(path, encoding.GetString(content), encoding, mark > 0, FindInvalid(encoding, content));
    }

    /// <summary>Line and column of an offset, both from 1; offsets beyond the text are taken as its end.</summary>
    /// <param name="offset">Characters (UTF-16 code units) from the start of <see cref="Text"/>.</param>
    public LinePosition GetPosition(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        var starts = lineStarts.Value;
        var found = Array.BinarySearch(starts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return new(line + 1, offset - starts[line] + 1);
    }

    /// <summary>The characters of a line, without its line break.</summary>
    /// <param name="line">Line, from 1 to <see cref="LineCount"/>.</param>
    public TextSpan GetLineSpan(int line)
    {
        var starts = lineStarts.Value;
        var start = starts[line - 1];
        var end = line < starts.Length ? starts[line] : Text.Length;
        while (end > start && Text[end - 1] is '\n' or '\r')
            end--;
        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The same file with changes that do not overlap.</summary>
    public SourceText With(ImmutableArray<TextChange> changes)
    {
        var changed = new StringBuilder(Text.Length);
        var at = 0;
        foreach (var change in changes.OrderBy(change => change.Span.Start))
        {
            changed.Append(Text, at, change.Span.Start - at).Append(change.NewText);
            at = change.Span.End;
        }
        return new(Path, changed.Append(Text, at, Text.Length - at).ToString(), Encoding, HasByteOrderMark, InvalidOffset);
    }

    /// <summary>The bytes of the file; those that were decoded where <see cref="InvalidOffset"/> is null.</summary>
    public ImmutableArray<byte> Encode() => [.. HasByteOrderMark ? Encoding.GetPreamble() : [], .. Encoding.GetBytes(Text)];

    /// <summary>The characters of a span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is not inside the text.</exception>
    public ReadOnlySpan<char> Slice(TextSpan span) => Text.AsSpan(span.Start, span.Length);

    /// <inheritdoc/>
    public override string ToString() => Path;

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = text.AsSpan().IndexOfAny('\n', '\r'); i >= 0;)
        {
            i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 2 : 1;
            starts.Add(i);
            var next = text.AsSpan(i).IndexOfAny('\n', '\r');
            i = next < 0 ? -1 : i + next;
        }
        return [.. starts];
    }

    private static int? FindInvalid(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        if (encoding is UTF8Encoding && System.Text.Unicode.Utf8.IsValid(bytes))
            return null;
        return encoding is UTF8Encoding ? FindInvalidUtf8(bytes) : FindInvalidUtf16(encoding, bytes);
    }

    private static int? FindInvalidUtf8(ReadOnlySpan<byte> bytes)
    {
        var characters = 0;
        while (Rune.DecodeFromUtf8(bytes, out var rune, out var length) == OperationStatus.Done)
        {
            characters += rune.Utf16SequenceLength;
            bytes = bytes[length..];
        }
        return characters;
    }

    private static int? FindInvalidUtf16(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var unit = (ReadOnlySpan<byte> pair) => (char)(encoding == Encoding.BigEndianUnicode ? BinaryPrimitives.ReadUInt16BigEndian(pair) : BinaryPrimitives.ReadUInt16LittleEndian(pair));
        for (var i = 0; i < bytes.Length; i += 2)
        {
            if (i + 1 == bytes.Length)
                return i / 2;
            var first = unit(bytes[i..]);
            if (!char.IsSurrogate(first))
                continue;
            if (i + 3 >= bytes.Length || !char.IsSurrogatePair(first, unit(bytes[(i + 2)..])))
                return i / 2;
            i += 2;
        }
        return null;
    }
}
