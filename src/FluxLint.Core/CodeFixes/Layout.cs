using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.CodeFixes;

/// <summary>Where nodes stand on the lines of their file.</summary>
internal sealed class Layout(SourceText source)
{
    /// <summary>The line break of the file.</summary>
    public string NewLine => source.LineCount > 1 && source.Text[..LineBelow(0)].EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>Characters between the start of the line and an offset.</summary>
    public int Column(int offset) => offset - Line(offset).Start;

    /// <summary>Offset of the end of a line, before its break.</summary>
    public int LineEnd(int offset) => Line(offset).End;

    /// <summary>Whether nothing but blanks stands before an offset on its line.</summary>
    public bool StartsLine(int offset) => source.Slice(TextSpan.FromBounds(Line(offset).Start, offset)).TrimStart(' ').IsEmpty;

    /// <summary>The lines from one offset to another with their breaks.</summary>
    public TextSpan Lines(int start, int end) => TextSpan.FromBounds(Line(start).Start, LineBelow(end));

    /// <summary>Offset behind the colon of a key; null when it has none of its own, as behind a question mark.</summary>
    public int? Colon(YamlNode key)
    {
        var at = key.Span.End;
        while (at < source.Text.Length && source.Text[at] is ' ' or '\t')
            at++;
        return at < source.Text.Length && source.Text[at] == ':' && key.Properties is null ? at + 1 : null;
    }

    /// <summary>Offset behind the last character of an entry of a block; null when that cannot be told.</summary>
    public int? End(YamlEntry entry)
    {
        if (Colon(entry.Key) is not { } colon)
            return null;
        if (entry.Value is YamlScalar { Span.Length: 0 } or YamlAlias { Span.Length: 0 })
            return entry.Value.Properties is null ? colon : null;
        return End(entry.Value);
    }

    /// <summary>Offset behind the last character of a node; null when that cannot be told.</summary>
    public int? End(YamlNode node) => node switch
    {
        YamlMapping { IsFlow: false, Entries: [.., var last] } => End(last),
        YamlSequence { IsFlow: false, Items: [.., var last] } => last.Span.Length == 0 ? null : End(last),
        YamlScalar { Style: ScalarStyle.Literal or ScalarStyle.Folded } => IsBounded(node) ? node.Span.End : null,
        _ => node.Span.End,
    };

    /// <summary>Offset of the dash of an item; null when other things stand between.</summary>
    public int? Dash(YamlNode item)
    {
        var at = item.Span.Start - 1;
        while (at >= 0 && source.Text[at] is ' ' or '\t')
            at--;
        return at >= 0 && source.Text[at] == '-' && item is { Properties: null, Span.Length: > 0 } ? at : null;
    }

    // The blank lines below can belong to a block, and so does the line break that a file may lack at its end.
    private bool IsBounded(YamlNode block)
    {
        var text = source.Slice(block.Span);
        var header = text[..(text.IndexOfAny('\n', '\r') is >= 0 and var length ? length : text.Length)];
        return !header.Contains('+') && (block.Span.End < source.Text.Length || header.Contains('-'));
    }

    private TextSpan Line(int offset) => source.GetLineSpan(source.GetPosition(offset).Line);

    private int LineBelow(int offset)
    {
        var line = source.GetPosition(offset).Line;
        return line < source.LineCount ? source.GetLineSpan(line + 1).Start : source.Text.Length;
    }
}
