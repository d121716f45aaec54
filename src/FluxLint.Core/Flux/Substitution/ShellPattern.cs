using System.Text;

namespace FluxLint.Flux;

/// <summary>
/// The patterns of <c>${a#b}</c> and <c>${a%b}</c>: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[^a-z]</c> and <c>\</c>, of which <c>*</c> and
/// <c>?</c> also match a <c>/</c> (fluxcd/pkg, <c>envsubst/path</c>). A star takes as little as it can and never more later, as there.
/// </summary>
internal static class ShellPattern
{
    /// <summary>What is left of a text without the prefix that a pattern matches; the text itself when it matches none.</summary>
    public static string TrimPrefix(string text, string pattern, bool isLongest)
    {
        var trimmed = 0;
        for (var length = text.Length; length > 0; length--)
        {
            switch (Match(pattern, text.AsSpan(0, length)))
            {
                case null:
                    return text;
                case true when isLongest:
                    return text[length..];
                case true:
                    trimmed = length;
                    break;
            }
        }
        return text[trimmed..];
    }

    /// <summary>The same for a suffix: there text and pattern are both read backwards, so that <c>[a-z]</c> is none.</summary>
    public static string TrimSuffix(string text, string pattern, bool isLongest) =>
        Reverse(TrimPrefix(Reverse(text), Reverse(pattern), isLongest));

    /// <summary>Whether a pattern matches all of a text; null when the pattern is broken and that matters.</summary>
    private static bool? Match(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        while (!pattern.IsEmpty)
        {
            var isStar = pattern[0] == '*';
            pattern = pattern.TrimStart('*');
            var chunk = pattern[..ChunkLength(pattern)];
            pattern = pattern[chunk.Length..];
            if (isStar && chunk.IsEmpty)
                return true;
            var isFound = false;
            for (var skip = 0; skip <= (isStar ? text.Length : 0) && !isFound; skip++)
            {
                if (!TryMatchChunk(chunk, text[skip..], out var rest))
                    return null;
                if (rest < 0 || (pattern.IsEmpty && rest < text.Length - skip))
                    continue;
                text = text[(skip + rest)..];
                isFound = true;
            }
            if (!isFound)
                return false;
        }
        return text.IsEmpty;
    }

    /// <summary>The length of what stands before the next star.</summary>
    private static int ChunkLength(ReadOnlySpan<char> pattern)
    {
        var isInRange = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    isInRange = true;
                    break;
                case ']':
                    isInRange = false;
                    break;
                case '*' when !isInRange:
                    return i;
            }
        }
        return pattern.Length;
    }

    /// <summary>Matches a chunk without stars at the start of a text; false when it is broken.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="text">The text.</param>
    /// <param name="length">How much of the text it matches; negative when it does not match.</param>
    private static bool TryMatchChunk(ReadOnlySpan<char> chunk, ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        for (var i = 0; i < chunk.Length;)
        {
            var isMatch = length < text.Length;
            if (isMatch && chunk[i] == '[')
            {
                if (!TryMatchRange(chunk, ref i, text[length], out isMatch))
                    return false;
            }
            else if (isMatch)
            {
                var isEscaped = chunk[i] == '\\';
                if (isEscaped && ++i == chunk.Length)
                    return false;
                isMatch = chunk[i] == text[length] || (chunk[i] == '?' && !isEscaped);
                i++;
            }
            if (!isMatch)
            {
                length = -1;
                return true;
            }
            length++;
        }
        return true;
    }

    private static bool TryMatchRange(ReadOnlySpan<char> chunk, ref int at, char c, out bool isMatch)
    {
        isMatch = false;
        at++;
        var isNegated = at < chunk.Length && chunk[at] == '^';
        if (isNegated)
            at++;
        for (var count = 0; count == 0 || at >= chunk.Length || chunk[at] != ']'; count++)
        {
            if (!TryReadBound(chunk, ref at, out var low))
                return false;
            var high = low;
            if (chunk[at] == '-')
            {
                at++;
                if (!TryReadBound(chunk, ref at, out high))
                    return false;
            }
            isMatch |= low <= c && c <= high;
        }
        at++;
        isMatch ^= isNegated;
        return true;
    }

    private static bool TryReadBound(ReadOnlySpan<char> chunk, ref int at, out char bound)
    {
        bound = '\0';
        if (at >= chunk.Length || chunk[at] is '-' or ']' || (chunk[at] == '\\' && ++at >= chunk.Length))
            return false;
        bound = chunk[at++];
        return at < chunk.Length;
    }

    private static string Reverse(string text)
    {
        var reversed = new StringBuilder(text.Length);
        for (var i = text.Length; i > 0;)
        {
            var length = i > 1 && char.IsSurrogatePair(text[i - 2], text[i - 1]) ? 2 : 1;
            i -= length;
            reversed.Append(text, i, length);
        }
        return reversed.ToString();
    }
}
