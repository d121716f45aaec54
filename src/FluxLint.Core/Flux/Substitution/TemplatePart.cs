using System.Collections.Immutable;
using FluxLint.Text;

namespace FluxLint.Flux;

/// <summary>A part of a text with references to variables.</summary>
internal abstract record TemplatePart;

/// <summary>Text that stays.</summary>
/// <param name="Value">The text, without escapes.</param>
internal sealed record TemplateText(string Value) : TemplatePart;

/// <summary>A reference to a variable.</summary>
/// <param name="Index">Its number in the text, by where it starts.</param>
/// <param name="Span">From <c>$</c> to <c>}</c>.</param>
/// <param name="Name">The name of the variable.</param>
/// <param name="Operator">What to do with the value.</param>
/// <param name="Arguments">What to do it with; for a default, parts that belong together.</param>
internal sealed record TemplateReference(int Index, TextSpan Span, string Name, TemplateOperator Operator, ImmutableArray<TemplatePart> Arguments) : TemplatePart;
