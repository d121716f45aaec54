using FluxLint.Text;

namespace FluxLint.Schemas.Cel;

/// <summary>Why a text is no expression.</summary>
/// <param name="Message">What is wrong, without a full stop.</param>
/// <param name="Span">The characters that cause it, in the text of the expression.</param>
internal sealed record CelSyntaxError(string Message, TextSpan Span);
