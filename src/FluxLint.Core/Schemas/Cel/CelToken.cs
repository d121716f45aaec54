using FluxLint.Text;

namespace FluxLint.Schemas.Cel;

/// <summary>A word of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">How it is written; of a name in backquotes what stands between them.</param>
/// <param name="Span">Where it stands in the expression.</param>
internal sealed record CelToken(CelTokenKind Kind, string Text, TextSpan Span)
{
    /// <summary>The value of a literal; null for anything else.</summary>
    public CelValue? Value { get; init; }

    public bool Is(string symbol) => Kind == CelTokenKind.Symbol && Text == symbol;
}
