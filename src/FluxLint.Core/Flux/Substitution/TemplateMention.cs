using FluxLint.Text;

namespace FluxLint.Flux;

/// <summary>A name that a text mentions, in a reference or behind an escape.</summary>
internal sealed record TemplateMention(string Name, TextSpan Span, bool HasDefault, bool IsEscaped);
