using System.Collections.Immutable;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel.Functions;

/// <summary>The functions of the language itself.</summary>
internal static class StandardFunctions
{
    public static CelValue? Call(string name, ImmutableArray<CelValue> arguments, CelBudget budget) => (name, arguments) switch
    {
        ("size", [Str { Value: var text }]) => new Int(CelText.Length(text)),
        ("size", [Bytes { Value: var bytes }]) => new Int(bytes.Length),
        ("size", [Seq { Items: var items }]) => new Int(items.Length),
        ("size", [Map { Fields: var fields }]) => new Int(fields.Count),
        ("type", [var value]) => CelTypes.Of(value),
        ("dyn", [var value]) => value,
        ("contains", [Str { Value: var text }, Str { Value: var part }]) => Of(text.Contains(part, StringComparison.Ordinal)),
        ("startsWith", [Str { Value: var text }, Str { Value: var start }]) => Of(text.StartsWith(start, StringComparison.Ordinal)),
        ("endsWith", [Str { Value: var text }, Str { Value: var end }]) => Of(text.EndsWith(end, StringComparison.Ordinal)),
        ("matches", [Str { Value: var text }, Str { Value: var pattern }]) => Matches(text, pattern, budget),
        ("base64.encode", [Bytes { Value: var bytes }]) => new Str(Convert.ToBase64String(bytes.AsSpan())),
        ("base64.decode", [Str { Value: var text }]) => Decode(text),
        _ => null,
    };

    private static CelValue Matches(string text, string pattern, CelBudget budget)
    {
        if (budget.Pattern(pattern) is not { } automaton || !budget.Take((long)automaton.Length * text.Length / 8))
            return new Unknown();
        return Of(automaton.IsMatch(text));
    }

    private static CelValue Decode(string text)
    {
        var padded = text.TrimEnd('=');
        padded += new string('=', (4 - (padded.Length % 4)) % 4);
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var length) ? new Bytes([.. bytes.AsSpan(0, length)]) : new Failure(FailureKind.Conversion, "illegal base64 data");
    }
}
