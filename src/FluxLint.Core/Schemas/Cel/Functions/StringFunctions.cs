using System.Collections.Immutable;
using System.Text;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel.Functions;

/// <summary>The extension of cel-go for text (cel-go, ext/strings.go). Places are counted in code points.</summary>
internal static class StringFunctions
{
    public static CelValue? Call(string name, ImmutableArray<CelValue> arguments, CelBudget budget) => (name, arguments) switch
    {
        ("charAt", [Str { Value: var text }, Int { Value: var at }]) => CharAt(text, at),
        ("indexOf", [Str { Value: var text }, Str { Value: var part }]) => IndexOf(text, part, 0),
        ("indexOf", [Str { Value: var text }, Str { Value: var part }, Int { Value: var from }]) => IndexOf(text, part, from),
        ("lastIndexOf", [Str { Value: var text }, Str { Value: var part }]) => LastIndexOf(text, part, null),
        ("lastIndexOf", [Str { Value: var text }, Str { Value: var part }, Int { Value: var to }]) => LastIndexOf(text, part, to),
        ("substring", [Str { Value: var text }, Int { Value: var from }]) => Substring(text, from, CelText.Length(text)),
        ("substring", [Str { Value: var text }, Int { Value: var from }, Int { Value: var to }]) => Substring(text, from, to),
        ("lowerAscii", [Str { Value: var text }]) => new Str(string.Concat(text.Select(character => char.IsAscii(character) ? char.ToLowerInvariant(character) : character))),
        ("upperAscii", [Str { Value: var text }]) => new Str(string.Concat(text.Select(character => char.IsAscii(character) ? char.ToUpperInvariant(character) : character))),
        ("trim", [Str { Value: var text }]) => new Str(text.Trim()),
        ("reverse", [Str { Value: var text }]) => new Str(string.Concat(text.EnumerateRunes().Reverse())),
        ("replace", [Str { Value: var text }, Str { Value: var old }, Str { Value: var @new }]) => Replace(text, old, @new, -1, budget),
        ("replace", [Str { Value: var text }, Str { Value: var old }, Str { Value: var @new }, Int { Value: var count }]) => Replace(text, old, @new, count, budget),
        ("split", [Str { Value: var text }, Str { Value: var separator }]) => Split(text, separator, -1),
        ("split", [Str { Value: var text }, Str { Value: var separator }, Int { Value: var count }]) => Split(text, separator, count),
        ("join", [Seq { Items: var items }]) => Join(items, "", budget),
        ("join", [Seq { Items: var items }, Str { Value: var separator }]) => Join(items, separator, budget),
        ("strings.quote", [Str { Value: var text }]) => new Str(Quote(text)),
        ("format", [Str { Value: var text }, Seq { Items: var items }]) => TextFormat.Format(text, items, budget),
        _ => null,
    };

    private static Failure OutOfRange(long index) => new(FailureKind.OutOfRange, $"index out of range: {index}");

    private static CelValue CharAt(string text, long index)
    {
        if (index < 0 || CelText.Offset(text, index) is not { } at)
            return OutOfRange(index);
        return new Str(at == text.Length ? "" : Rune.TryGetRuneAt(text, at, out var rune) ? rune.ToString() : text[at].ToString());
    }

    private static CelValue IndexOf(string text, string part, long from)
    {
        if (from < 0 || CelText.Offset(text, from) is not { } start)
            return part.Length == 0 || from < 0 ? OutOfRange(from) : new Int(-1);
        var found = text.IndexOf(part, start, StringComparison.Ordinal);
        return new Int(found < 0 ? -1 : CelText.Length(text[..found]));
    }

    private static CelValue LastIndexOf(string text, string part, long? to)
    {
        if (to < 0 || CelText.Offset(text, to ?? CelText.Length(text)) is not { } last)
            return OutOfRange(to ?? 0);
        var found = text.AsSpan(0, Math.Min(text.Length, last + part.Length)).LastIndexOf(part, StringComparison.Ordinal);
        return new Int(found < 0 ? -1 : CelText.Length(text[..found]));
    }

    private static CelValue Substring(string text, long from, long to)
    {
        if (from < 0 || CelText.Offset(text, from) is not { } start)
            return OutOfRange(from);
        if (to < 0 || CelText.Offset(text, to) is not { } end)
            return OutOfRange(to);
        return end < start ? new Failure(FailureKind.OutOfRange, $"invalid substring range. start: {from}, end: {to}") : new Str(text[start..end]);
    }

    private static CelValue Replace(string text, string old, string @new, long count, CelBudget budget)
    {
        if (count == 0)
            return new Str(text);
        if (!budget.Take((long)(text.Length + 1) * (@new.Length + 1) / Math.Max(1, old.Length) / 8))
            return new Unknown();
        var result = new StringBuilder();
        var at = 0;
        for (; count != 0 && at <= text.Length && text.IndexOf(old, at, StringComparison.Ordinal) is >= 0 and var found; count--)
        {
            result.Append(text, at, found - at).Append(@new);
            at = found + old.Length;
            // Nothing stands before every character, and at the end.
            if (old.Length == 0)
                result.Append(at < text.Length ? text[at] : null);
            at += old.Length == 0 ? 1 : 0;
        }
        return new Str(result.Append(text, Math.Min(at, text.Length), Math.Max(0, text.Length - at)).ToString());
    }

    private static CelValue Split(string text, string separator, long count)
    {
        if (count == 0)
            return new Seq([]);
        if (separator.Length > 0)
            return new Seq([.. text.Split(separator, count < 0 ? int.MaxValue : (int)Math.Min(count, int.MaxValue)).Select(part => new Str(part))]);
        var characters = text.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        if (count < 0 || characters.Count <= count)
            return new Seq([.. characters.Select(character => new Str(character))]);
        return new Seq([.. characters.Take((int)count - 1).Append(string.Concat(characters.Skip((int)count - 1))).Select(character => new Str(character))]);
    }

    private static CelValue Join(ImmutableArray<CelValue> items, string separator, CelBudget budget)
    {
        var parts = items.OfType<Str>().Select(item => item.Value).ToList();
        if (parts.Count < items.Length)
            return NoOverload;
        return budget.Take(parts.Sum(part => (long)part.Length + separator.Length) / 8) ? new Str(string.Join(separator, parts)) : new Unknown();
    }

    private static string Quote(string text)
    {
        var result = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            var index = rune.Value < 128 ? "\a\b\f\n\r\t\v\\\"".IndexOf((char)rune.Value, StringComparison.Ordinal) : -1;
            result.Append(index < 0 ? rune.ToString() : $"\\{"abfnrtv\\\""[index]}");
        }
        return result.Append('"').ToString();
    }
}
