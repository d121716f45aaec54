using System.Collections.Immutable;

namespace FluxLint.Flux;

/// <summary>A text with references to variables, read once.</summary>
/// <param name="Text">The text.</param>
/// <param name="Parts">Its parts in order, up to what is wrong.</param>
/// <param name="References">All references, also those in others, by number.</param>
/// <param name="Escapes">The escaped references.</param>
/// <param name="Fault">What is wrong; null when nothing is.</param>
internal sealed record Template(string Text, ImmutableArray<TemplatePart> Parts, ImmutableArray<TemplateMention> References, ImmutableArray<TemplateMention> Escapes, TemplateFault? Fault)
{
    public static Template Of(string text) => new TemplateParser(text).Parse();
}
