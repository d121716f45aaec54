using FluxLint.Text;

namespace FluxLint.Syntax;

/// <summary>A document is deeper or expands further than we read.</summary>
internal sealed class LimitException(TextSpan span, string message) : Exception(message)
{
    public TextSpan Span => span;
}
