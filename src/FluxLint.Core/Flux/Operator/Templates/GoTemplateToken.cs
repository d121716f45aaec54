using FluxLint.Text;

namespace FluxLint.Flux;

/// <summary>A word of a template.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A name without its sign, the content of a string, or the sign itself.</param>
/// <param name="Span">Its characters in the template.</param>
internal readonly record struct GoTemplateToken(TokenKind Kind, string Text, TextSpan Span);

/// <summary>What a word of a template is.</summary>
internal enum TokenKind
{
    /// <summary>Text outside of actions.</summary>
    Text,

    /// <summary>A function or a keyword.</summary>
    Name,

    /// <summary>A field behind a point, or a lone point when its name is empty.</summary>
    Field,

    /// <summary>A variable.</summary>
    Variable,

    /// <summary>A string or a character.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>One of <c>| ( ) , = :=</c>.</summary>
    Sign,

    /// <summary>The start of an action.</summary>
    Open,

    /// <summary>The end of an action, and of the template.</summary>
    Close,
}
