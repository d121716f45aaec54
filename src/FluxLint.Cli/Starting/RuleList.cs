using System.Text.RegularExpressions;

namespace FluxLint.Cli.Starting;

/// <summary>The list of rules in the source of a pack.</summary>
internal static partial class RuleList
{
    /// <summary>The source with one more rule at the end of its list; null when the list is not written as <c>[new One(), new Two()]</c>.</summary>
    /// <param name="source">The source.</param>
    /// <param name="rule">The class of the rule.</param>
    public static string? With(string source, string rule)
    {
        if (Property().Match(source) is not { Success: true } property || source.IndexOf('[', property.Index + property.Length) is not (>= 0 and var open))
            return null;
        var close = CloseOf(source, open);
        if (close < 0)
            return null;
        var isOnLines = source.AsSpan(open, close - open).Contains('\n');
        var lineBreak = source.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        if (Entry().Matches(source[(open + 1)..close]).LastOrDefault() is not { } last)
            return source.Insert(open + 1, isOnLines ? $"{lineBreak}{IndentAt(source, open)}    new {rule}()," : $"new {rule}()");
        var end = open + 1 + last.Index + last.Length;
        var isClosed = last.Value.EndsWith(',');
        if (!isOnLines)
            return source.Insert(end, $"{(isClosed ? "" : ",")} new {rule}()");
        // A comment may stand behind the entry.
        var lineEnd = source.AsSpan(end).IndexOfAny('\r', '\n') + end;
        var added = source.Insert(lineEnd, $"{lineBreak}{IndentAt(source, end)}new {rule}(),");
        return isClosed ? added : added.Insert(end, ",");
    }

    private static string IndentAt(string source, int at)
    {
        var start = source.LastIndexOf('\n', at - 1) + 1;
        return string.Concat(source[start..at].TakeWhile(c => c is ' ' or '\t'));
    }

    private static int CloseOf(string source, int open)
    {
        var depth = 0;
        for (var i = open; i < source.Length; i++)
        {
            depth += source[i] switch { '[' => 1, ']' => -1, _ => 0 };
            if (depth == 0)
                return i;
        }
        return -1;
    }

    [GeneratedRegex(@"\bImmutableArray<Rule>\s+Rules\b")]
    private static partial Regex Property();

    [GeneratedRegex(@"\bnew\s+[\w.]+\s*\([^()]*\)(\s*,)?")]
    private static partial Regex Entry();
}
