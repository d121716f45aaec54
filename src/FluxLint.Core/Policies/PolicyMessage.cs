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
            if ((part.Expression is { } expression ? Show(evaluator.Evaluate(expression.Expression, scope)) : part.Text) is not { } shown)
                return null;
            text.Append(shown);
        }
        return text.Length <= MostCharacters ? text.ToString() : string.Concat(text.ToString(0, MostCharacters), "...");
    }

    /// <summary>The part that fails; null when none does.</summary>
    public (PolicyExpression Expression, CelValue Value)? FindFailure(CelEvaluator evaluator, CelScope? scope) => Parts
        .Select(part => part.Expression is { } expression && evaluator.Evaluate(expression.Expression, scope) is Failure failure ? ((PolicyExpression, CelValue)?)(expression, failure) : null)
        .FirstOrDefault(found => found is not null);

    /// <summary>A value as people read it; null when it is none.</summary>
    public static string? Show(CelValue value) => value switch
    {
        Null => "null",
        Optional { Value: { } inner } => Show(inner),
        Seq { Items: var items } when items.Select(Show).ToList() is var shown && !shown.Contains(null) => string.Join(", ", shown),
        CelValue.Map { Fields: var fields } => string.Join(", ", fields.Keys.Select(key => $"{Show(key)}: {(fields.Find(key) is { } inner ? Show(inner) : null) ?? "?"}")),
        _ => CelText.Of(value),
    };

    /// <summary>A part of a message.</summary>
    /// <param name="Text">What stands there.</param>
    /// <param name="Expression">What is evaluated there; null for text.</param>
    internal sealed record Part(string Text, PolicyExpression? Expression);
}
