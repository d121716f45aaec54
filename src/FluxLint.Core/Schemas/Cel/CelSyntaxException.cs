using FluxLint.Text;

namespace FluxLint.Schemas.Cel;

/// <summary>Ends the reading of an expression that is none.</summary>
internal sealed class CelSyntaxException(string message, TextSpan span) : Exception(message)
{
    /// <summary>The characters that cause it, in the text of the expression.</summary>
    public TextSpan Span { get; } = span;
}
