using System.Buffers;

namespace FluxLint.Syntax;

/// <summary>The characters that may not stand in YAML (YAML 1.2, section 5.1), as go-yaml applies it.</summary>
internal static class Characters
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Range('\0', '\x08'), '\x0B', '\x0C', .. Range('\x0E', '\x1F'), .. Range('\x7F', '\x84'), .. Range('\x86', '\x9F'), '\uFFFE', '\uFFFF']);

    private static readonly SearchValues<char> Extraordinary = SearchValues.Create(
        [.. Range('\0', '\x09'), .. Range('\x0B', '\x1F'), .. Range('\x7F', '\x9F'), '\u2028', '\u2029', '\uFEFF', .. Range('\uFDD0', Nothing), '\uFFFE', '\uFFFF']);

    /// <summary>Stands for a line break in shielded text.</summary>
    public const char ShieldedBreak = '\uFDD3';

    /// <summary>Stands for nothing in shielded text.</summary>
    public const char Nothing = '\uFDD4';

    private const string UnicodeBreaks = "\u0085\u2028\u2029";
    private const string Shields = "\uFDD0\uFDD1\uFDD2\uFDD3";

    /// <summary>Offset of the first one; null when there is none.</summary>
    public static int? FindForbidden(string text) => text.AsSpan().IndexOfAny(Forbidden) is >= 0 and var at ? at : null;

    /// <summary>Whether there is no forbidden character in a text, no tab, no shield, and no line break but <c>\n</c>.</summary>
    public static bool AreOrdinary(string text) => !text.AsSpan().ContainsAny(Extraordinary);

    /// <summary>The sentence for one of them.</summary>
    public static string Describe(char forbidden) =>
        $"the character U+{(int)forbidden:X4} may not stand in YAML: write it as an escape in double quotes";

    /// <summary>
    /// Hides the line breaks of Unicode, which YamlDotNet takes for breaks of lines while editors, JSON and YAML 1.2 take them for text.
    /// The noncharacters that stand for them are as long, so that no offset moves, and stand in no text.
    /// </summary>
    public static string Shield(string text) => text.AsSpan().IndexOfAny(UnicodeBreaks) < 0 ? text : Replace(text, UnicodeBreaks, Shields);

    /// <summary>Undoes <see cref="Shield"/>.</summary>
    public static string Unshield(string text) => text.AsSpan().IndexOfAnyInRange(Shields[0], Nothing) < 0
        ? text
        : Replace(text, Shields, UnicodeBreaks + '\n').Replace(Nothing.ToString(), "", StringComparison.Ordinal);

    private static string Replace(string text, string from, string to)
    {
        for (var i = 0; i < to.Length && i < from.Length; i++)
            text = text.Replace(from[i], to[i]);
        return text;
    }

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
