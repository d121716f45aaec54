using FluxLint.Text;

namespace FluxLint.Flux;

/// <summary>Why a text cannot be substituted.</summary>
/// <param name="Span">From the start of the reference to the character that is wrong.</param>
/// <param name="Message">What is expected.</param>
/// <param name="Help">What to do about it; null when the message says it.</param>
internal sealed record TemplateFault(TextSpan Span, string Message, string? Help = null);
