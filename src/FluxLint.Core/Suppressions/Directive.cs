using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Suppressions;

/// <summary>A comment that suppresses findings.</summary>
/// <param name="Kind">What it speaks of.</param>
/// <param name="Source">The file.</param>
/// <param name="Comment">The comment.</param>
/// <param name="Selectors">The rules that it names.</param>
/// <param name="Reason">What stands behind <c>--</c>; empty when nothing does.</param>
internal sealed record Directive(DirectiveKind Kind, SourceText Source, YamlComment Comment, ImmutableArray<Selector> Selectors, string Reason)
{
    /// <summary>The comment.</summary>
    public Location Location => new(Source, Comment.Span);

    /// <summary>Takes the comment away, with the line that it stands alone on.</summary>
    public TextChange Removal()
    {
        var text = Source.Text;
        var (start, end) = (Comment.Span.Start, Comment.Span.End);
        while (start > 0 && text[start - 1] is ' ' or '\t')
            start--;
        if (!Comment.IsTrailing)
        {
            var line = Source.GetPosition(end).Line;
            end = line < Source.LineCount ? Source.GetLineSpan(line + 1).Start : text.Length;
        }
        return new(Source, TextSpan.FromBounds(start, end), "");
    }

    /// <summary>Takes one of the rules away, with what parts it from the next.</summary>
    public TextChange Removal(Selector selector)
    {
        var text = Source.Text;
        var (start, end) = (selector.Location.Span.Start, selector.Location.Span.End);
        if (Selectors[^1] == selector)
        {
            while (text[start - 1] is ' ' or ',' or '\t')
                start--;
        }
        else
        {
            while (text[end] is ' ' or ',' or '\t')
                end++;
        }
        return new(Source, TextSpan.FromBounds(start, end), "");
    }
}
