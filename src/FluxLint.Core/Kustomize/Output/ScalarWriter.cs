using System.Globalization;
using System.Text;

namespace FluxLint.Kustomize.Output;

/// <summary>Prints texts in the style that kustomize chooses for them.</summary>
internal sealed class ScalarWriter(OutputText output)
{
    private const int Width = 80;
    private const int Indentation = 2;
    private const int LongestSimpleKey = 128;

    /// <summary>Whether a key can stand before its colon; others are written behind a question mark.</summary>
    public static bool IsSimpleKey(string key) =>
        (key.Length <= LongestSimpleKey / 3 || Encoding.UTF8.GetByteCount(key) <= LongestSimpleKey) && !key.AsSpan().ContainsAny("\n\r\u0085\u2028\u2029");

    /// <summary>Writes a text.</summary>
    /// <param name="value">The text.</param>
    /// <param name="indentation">Indentation of the mapping or list that it stands in.</param>
    /// <param name="isSimpleKey">Whether it is a key on one line.</param>
    public void Write(string value, int indentation, bool isSimpleKey)
    {
        var shape = ScalarShape.Of(value);
        indentation += Indentation;
        if (value.Contains('\n') && !isSimpleKey && shape.IsBlock)
            WriteLiteral(value, indentation);
        else if (value.Contains('\n') || !PlainText.IsText(value))
            WriteDoubleQuoted(value, indentation, canBreak: !isSimpleKey);
        else if (shape.IsPlain)
            WritePlain(value, indentation, canBreak: !isSimpleKey);
        else if (shape.IsSingleQuoted && !(isSimpleKey && shape.HasBreaks))
            WriteSingleQuoted(value, indentation, canBreak: !isSimpleKey);
        else
            WriteDoubleQuoted(value, indentation, canBreak: !isSimpleKey);
    }

    private void WritePlain(string value, int indentation, bool canBreak)
    {
        var afterSpace = false;
        for (var i = 0; i < value.Length; i++)
        {
            var isSpace = value[i] == ' ';
            if (isSpace && canBreak && !afterSpace && output.Column > Width && !IsSpace(value, i + 1))
                output.Indent(indentation);
            else
                output.Append(value[i]);
            afterSpace = isSpace;
        }
    }

    private void WriteSingleQuoted(string value, int indentation, bool canBreak)
    {
        output.Append('\'');
        var (afterSpace, afterBreak) = (false, false);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == ' ')
            {
                if (canBreak && !afterSpace && output.Column > Width && i > 0 && i < value.Length - 1 && !IsSpace(value, i + 1))
                    output.Indent(indentation);
                else
                    output.Append(c);
                afterSpace = true;
                continue;
            }
            if (ScalarShape.IsBreak(c))
            {
                output.Break(c);
                afterBreak = true;
                continue;
            }
            if (afterBreak)
                output.Indent(indentation);
            output.Append(c);
            if (c == '\'')
                output.Append(c);
            (afterSpace, afterBreak) = (false, false);
        }
        output.Append('\'');
    }

    private void WriteDoubleQuoted(string value, int indentation, bool canBreak)
    {
        output.Append('"');
        // A byte order mark at the start makes go-yaml escape the whole text.
        var escapesAll = value is ['\uFEFF', ..];
        var afterSpace = false;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == ' ' && !escapesAll && canBreak && !afterSpace && output.Column > Width && i > 0 && i < value.Length - 1)
            {
                output.Indent(indentation);
                if (IsSpace(value, i + 1))
                    output.Append('\\');
            }
            else if (escapesAll || c is '"' or '\\' || ScalarShape.IsBreak(c) || !ScalarShape.IsPrintable(c))
            {
                i += WriteEscape(value, i) - 1;
            }
            else
            {
                output.Append(c);
            }
            afterSpace = c == ' ' && !escapesAll;
        }
        output.Append('"');
    }

    /// <summary>Writes a character that needs an escape, and gives its length.</summary>
    private int WriteEscape(string value, int at)
    {
        if (Rune.TryGetRuneAt(value, at, out var rune) && rune.Value > 0xFFFF)
        {
            output.Append("\\U" + rune.Value.ToString("X8", CultureInfo.InvariantCulture));
            return 2;
        }
        var c = value[at];
        output.Append(c switch
        {
            '\0' => "\\0",
            '\a' => "\\a",
            '\b' => "\\b",
            '\t' => "\\t",
            '\n' => "\\n",
            '\v' => "\\v",
            '\f' => "\\f",
            '\r' => "\\r",
            '\u001B' => "\\e",
            '"' => "\\\"",
            '\\' => "\\\\",
            '\u0085' => "\\N",
            '\u00A0' => "\\_",
            '\u2028' => "\\L",
            '\u2029' => "\\P",
            <= '\u00FF' => "\\x" + ((int)c).ToString("X2", CultureInfo.InvariantCulture),
            _ => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
        });
        return 1;
    }

    private void WriteLiteral(string value, int indentation)
    {
        output.Append('|');
        if (value[0] == ' ' || ScalarShape.IsBreak(value[0]))
            output.Append((char)('0' + Indentation));
        if (!ScalarShape.IsBreak(value[^1]))
            output.Append('-');
        else if (value.Length == 1 || ScalarShape.IsBreak(value[^2]))
            output.Append('+');
        output.Break('\n');
        var afterBreak = true;
        foreach (var c in value)
        {
            if (ScalarShape.IsBreak(c))
            {
                output.Break(c);
                afterBreak = true;
                continue;
            }
            if (afterBreak)
                output.Indent(indentation);
            output.Append(c);
            afterBreak = false;
        }
    }

    private static bool IsSpace(string value, int at) => at < value.Length && value[at] == ' ';
}
