using FluxLint.Text;

namespace FluxLint.Syntax;

/// <summary>A comment.</summary>
/// <param name="Span">From <c>#</c> to the end of the line.</param>
/// <param name="Text">The characters behind <c>#</c>, trimmed.</param>
/// <param name="IsTrailing">Whether something else stands before it on its line.</param>
public sealed record YamlComment(TextSpan Span, string Text, bool IsTrailing);
