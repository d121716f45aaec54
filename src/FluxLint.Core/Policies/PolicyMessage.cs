using System.Collections.Immutable;
using System.Text;
using FluxLint.Schemas.Cel;
using FluxLint.Schemas.Cel.Evaluation;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Policies;

/// <summary>A message with values in it: text, and expressions in braces.</summary>
/// <param name="Parts">Its parts in order.</param>
internal sealed record PolicyMessage(ImmutableArray<PolicyMessage.Part> Parts)
{
    private const int MostCharacters = 500;

    /// <summary>The message; null where something in it is not known, so that it would say nothing.</summary>
    public string? Show(CelEvaluator evaluator, CelScope? scope)
    {
        var text = new StringBuilder();
        foreach (var part in Parts)
        {
            if (part.Expression is not { } expression)
                text.Append(part.Text);
            else if (!Add(evaluator.Evaluate(expression.Expression, scope), text))
                return null;
        }
        return text.Length <= MostCharacters ? text.ToString() : string.Concat(text.ToString(0, MostCharacters), "...");
    }

    /// <summary>The part that fails; null when none does.</summary>
    public (PolicyExpression Expression, CelValue Value)? FindFailure(CelEvaluator evaluator, CelScope? scope) => Parts
        .Select(part => part.Expression is { } expression && evaluator.Evaluate(expression.Expression, scope) is Failure failure ? ((PolicyExpression, CelValue)?)(expression, failure) : null)
        .FirstOrDefault(found => found is not null);

    /// <summary>Adds a value as people read it, as far as there is room; false when it is none.</summary>
    private static bool Add(CelValue value, StringBuilder text)
    {
        switch (value)
        {
            case Null:
                text.Append("null");
                return true;
            case Optional { Value: { } inner }:
                return Add(inner, text);
            case Seq { Items: var items }:
                return Join(items, text, static (item, text) => Add(item, text));
            case CelValue.Map { Fields: var fields }:
                return Join(fields.Keys, text, (key, text) =>
                {
                    Add(key, text);
                    text.Append(": ");
                    if (fields.Find(key) is not { } inner || !Add(inner, text))
                        text.Append('?');
                    return true;
                });
            default:
                text.Append(CelText.Of(value));
                return CelText.Of(value) is not null;
        }
    }

    private static bool Join(IEnumerable<CelValue> values, StringBuilder text, Func<CelValue, StringBuilder, bool> add)
    {
        var start = text.Length;
        foreach (var value in values)
        {
            // What comes behind that is cut off.
            if (text.Length > MostCharacters)
                return true;
            if (text.Length > start)
                text.Append(", ");
            if (!add(value, text))
                return false;
        }
        return true;
    }

    /// <summary>A part of a message.</summary>
    /// <param name="Text">What stands there.</param>
    /// <param name="Expression">What is evaluated there; null for text.</param>
    internal sealed record Part(string Text, PolicyExpression? Expression);
}
