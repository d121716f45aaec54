using FluxLint.Schemas.Cel;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>Whether a text is an expression in CEL.</summary>
internal static class SyntaxCheck
{
    /// <summary>What is wrong with a text; null when nothing is, or it is not known yet.</summary>
    public static SchemaProblem? Find(YamlScalar text)
    {
        var value = text.CanonicalValue;
        if (text.IsNull || value.Length == 0 || ValueTypes.HasVariable(value) || CelExpression.Parse(value, out var error) is not null || error is null)
            return null;
        // Folded text is read once more on its way, and then is no longer what the file has.
        var span = value == text.Value ? SpanMap.Of(text).Map(error.Span.Start, error.Span.End) : text.Span;
        return new(text, error.Message) { Location = new(text.Source, span) };
    }
}
