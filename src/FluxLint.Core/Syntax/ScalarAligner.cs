using System.Globalization;
using FluxLint.Text;

namespace FluxLint.Syntax;

/// <summary>
/// Finds the place in the file of every character of a scalar's content, by reading the scalar and its content side by side:
/// white space stands for white space, everything else for itself or for its escape.
/// </summary>
internal ref struct ScalarAligner
{
    private readonly ReadOnlySpan<char> raw;
    private readonly string value;
    private readonly ScalarStyle style;
    private readonly TextSpan[] places;
    private int at;
    private int done;

    private ScalarAligner(YamlScalar scalar)
    {
        raw = scalar.Source.Slice(scalar.Span);
        value = scalar.Value;
        style = scalar.Style;
        places = new TextSpan[value.Length];
    }

    /// <summary>Spans in the file; null when the content is not that of the characters in the file.</summary>
    public static TextSpan[]? Align(YamlScalar scalar)
    {
        var aligner = new ScalarAligner(scalar);
        if (!aligner.TryAlign())
            return null;
        for (var i = 0; i < aligner.places.Length; i++)
            aligner.places[i] = aligner.places[i] with { Start = aligner.places[i].Start + scalar.Span.Start };
        return aligner.places;
    }

    private bool TryAlign()
    {
        if (!TrySkipOpening(out var end))
            return false;
        while (done < value.Length)
        {
            var isBlank = char.IsWhiteSpace(value[done]);
            if (isBlank && style != ScalarStyle.DoubleQuoted)
            {
                AlignBlanks(end);
                continue;
            }
            if (!(style == ScalarStyle.DoubleQuoted ? TryAlignEscaped(end) : TryAlignCharacter(end)))
                return false;
        }
        return raw[Math.Min(at, end)..end].IsWhiteSpace() || (style == ScalarStyle.DoubleQuoted && raw[at..end].Trim() is ['\\']);
    }

    private bool TrySkipOpening(out int end)
    {
        end = raw.Length;
        switch (style)
        {
            case ScalarStyle.Plain:
                return true;
            case ScalarStyle.Literal or ScalarStyle.Folded:
                at = raw.IndexOf('\n') is >= 0 and var newLine ? newLine + 1 : raw.IndexOf('\r') is >= 0 and var ret ? ret + 1 : raw.Length;
                return raw is ['|' or '>', ..];
            default:
                at = 1;
                end = raw.Length - 1;
                return raw is ['"', .., '"'] or ['\'', .., '\''];
        }
    }

    /// <summary>A run of white space in the content and in the file: matched from its end, as indentation stands before content.</summary>
    private void AlignBlanks(int end)
    {
        var run = done;
        while (done < value.Length && char.IsWhiteSpace(value[done]))
            done++;
        var start = at;
        while (at < end && char.IsWhiteSpace(raw[at]))
            at++;
        var isIndented = style is ScalarStyle.Literal or ScalarStyle.Folded;
        // Line breaks keep their place at the end of the line they close; the blanks of the last line lie before the content.
        var lastBreak = value.LastIndexOf('\n', done - 1, done - run);
        var fromEnd = isIndented && done < value.Length ? done - Math.Max(lastBreak + 1, run) : 0;
        for (var i = run; i < done; i++)
        {
            var left = done - i;
            places[i] = new(left <= fromEnd ? Math.Max(start, at - left) : Math.Min(start + (i - run), Math.Max(start, at - 1)), 1);
        }
    }

    private bool TryAlignCharacter(int end)
    {
        while (at < end && char.IsWhiteSpace(raw[at]))
            at++;
        if (at >= end || raw[at] != value[done])
            return false;
        var length = style == ScalarStyle.SingleQuoted && value[done] == '\'' ? 2 : 1;
        places[done++] = new(at, length);
        at += length;
        return true;
    }

    private bool TryAlignEscaped(int end)
    {
        SkipContinuation(end);
        if (at >= end)
            return false;
        if (raw[at] != '\\')
        {
            if (!char.IsWhiteSpace(value[done]))
                return TryAlignCharacter(end);
            if (!char.IsWhiteSpace(raw[at]))
                return false;
            AlignFolded(end);
            return true;
        }
        var digits = at + 1 < end ? raw[at + 1] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 } : 0;
        if (at + 2 + digits > end)
            return false;
        var units = 1;
        if (digits == 8 && int.TryParse(raw.Slice(at + 2, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code > 0xFFFF)
            units = 2;
        for (var i = 0; i < units && done < value.Length; i++)
            places[done++] = new(at, 2 + digits);
        at += 2 + digits;
        return true;
    }

    /// <summary>Blanks of a double-quoted scalar: one by one on a line, and a folded line break for all of its blanks.</summary>
    private void AlignFolded(int end)
    {
        var stop = at;
        while (stop < end && char.IsWhiteSpace(raw[stop]))
            stop++;
        var isBroken = raw[at..stop].IndexOfAny('\n', '\r') >= 0;
        while (done < value.Length && char.IsWhiteSpace(value[done]) && at < stop)
            places[done++] = new(isBroken ? at : at++, 1);
        if (!isBroken)
            return;
        at = stop;
    }

    /// <summary>A backslash at the end of a line joins it with the next.</summary>
    private void SkipContinuation(int end)
    {
        while (at + 1 < end && raw[at] == '\\' && raw[at + 1] is '\n' or '\r')
        {
            at++;
            while (at < end && char.IsWhiteSpace(raw[at]))
                at++;
        }
    }
}
