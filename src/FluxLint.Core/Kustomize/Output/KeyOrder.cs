using System.Globalization;
using System.Text;

namespace FluxLint.Kustomize.Output;

/// <summary>The order of keys in what kustomize prints: letters behind everything else, and numbers by their value.</summary>
internal static class KeyOrder
{
    // Up to this length Go sorts by insertion, which matters because the order is not transitive.
    private const int InsertionLength = 12;

    public static void Sort<T>(Span<T> items, Func<T, string> key)
    {
        if (items.Length > InsertionLength && !IsSorted(items, key))
        {
            T[] sorted = [.. items.ToArray().Order(Comparer<T>.Create((a, b) => IsLess(key(a), key(b)) ? -1 : IsLess(key(b), key(a)) ? 1 : 0))];
            sorted.CopyTo(items);
            return;
        }
        for (var i = 1; i < items.Length; i++)
        {
            for (var j = i; j > 0 && IsLess(key(items[j]), key(items[j - 1])); j--)
                (items[j], items[j - 1]) = (items[j - 1], items[j]);
        }
    }

    public static bool IsLess(string left, string right)
    {
        var a = left.AsSpan();
        var b = right.AsSpan();
        var afterDigit = false;
        var at = 0;
        while (at < a.Length && at < b.Length)
        {
            Rune.DecodeFromUtf16(a[at..], out var ca, out var length);
            Rune.DecodeFromUtf16(b[at..], out var cb, out _);
            if (ca == cb)
            {
                afterDigit = IsDigit(ca);
                at += length;
                continue;
            }
            var (isLetterA, isLetterB) = (Rune.IsLetter(ca), Rune.IsLetter(cb));
            if (isLetterA && isLetterB)
                return ca < cb;
            if (isLetterA || isLetterB)
                return afterDigit ? isLetterA : isLetterB;
            var start = (a[at] == '0' || b[at] == '0') && HasDigitAboveZero(a[..at]) ? 1 : 0;
            var (numberA, endA) = Number(a, at, start);
            var (numberB, endB) = Number(b, at, start);
            return numberA != numberB ? numberA < numberB : endA != endB ? endA < endB : ca < cb;
        }
        return a.Length < b.Length;
    }

    private static bool IsSorted<T>(ReadOnlySpan<T> items, Func<T, string> key)
    {
        for (var i = 1; i < items.Length; i++)
        {
            if (!IsLess(key(items[i - 1]), key(items[i])))
                return false;
        }
        return true;
    }

    /// <summary>Whether the digits that end here say more than zero, so that a zero behind them counts.</summary>
    private static bool HasDigitAboveZero(ReadOnlySpan<char> text)
    {
        for (var i = text.Length - 1; i >= 0 && char.IsDigit(text[i]); i--)
        {
            if (text[i] != '0')
                return true;
        }
        return false;
    }

    private static (long Value, int End) Number(ReadOnlySpan<char> text, int at, long start)
    {
        for (; at < text.Length && char.IsDigit(text[at]); at++)
            start = unchecked(start * 10 + (text[at] - '0'));
        return (start, at);
    }

    private static bool IsDigit(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber;
}
