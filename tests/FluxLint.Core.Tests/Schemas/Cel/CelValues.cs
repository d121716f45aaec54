using System.Globalization;
using FluxLint.Schemas.Cel;
using FluxLint.Schemas.Cel.Evaluation;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Core.Tests.Schemas.Cel;

/// <summary>Evaluates expressions, and shows what they are worth.</summary>
internal static class CelValues
{
    /// <summary>The value in the syntax of expressions; <c>error: ...</c> for failures, <c>unknown</c>, and <c>syntax: ...</c> with the place.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="self">An expression for the value of <c>self</c>; <c>unknown</c> is a variable that is not known.</param>
    public static string Of(string expression, string self = "null")
    {
        if (CelExpression.Parse(expression, out var error) is not { } parsed)
            return $"syntax: {error?.Span.Start}+{error?.Span.Length} {error?.Message}";
        var evaluator = new CelEvaluator(new(100_000));
        var unknown = new CelScope("unknown", new Unknown());
        var scope = new CelScope("self", CelExpression.Parse(self, out _) is { } value ? evaluator.Evaluate(value, unknown) : new Unknown(), unknown);
        return Show(evaluator.Evaluate(parsed, scope));
    }

    private static string Show(CelValue value) => value switch
    {
        Null => "null",
        Uint { Value: var whole } => $"{whole}u",
        Real { Value: var real } => real.ToString("0.0###############E+0", CultureInfo.InvariantCulture).Replace("E+0", "", StringComparison.Ordinal),
        Str { Value: var text } => $"'{text}'",
        Bytes { Value: var bytes } => $"b'{Convert.ToHexStringLower(bytes.AsSpan())}'",
        Seq { Items: var items } => $"[{string.Join(", ", items.Select(Show))}]",
        CelValue.Map { Fields: var fields } => $"{{{string.Join(", ", fields.Keys.Select(key => $"{Show(key)}: {Show(fields.Find(key) ?? new Null())}"))}}}",
        Optional { Value: var inner } => inner is null ? "none" : $"optional({Show(inner)})",
        Quantity quantity => $"{quantity.Digits}e{quantity.Exponent}",
        Failure { Message: var message } => $"error: {message}",
        Unknown => "unknown",
        _ => CelText.Of(value) ?? "?",
    };
}
