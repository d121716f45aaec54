using System.Collections.Immutable;
using FluxLint.Text;

namespace FluxLint.Flux;

/// <summary>A part of a Go template.</summary>
/// <param name="Span">Its characters in the template.</param>
internal abstract record GoTemplateNode(TextSpan Span);

/// <summary>Text that goes out as it is.</summary>
internal sealed record GoTemplateText(TextSpan Span) : GoTemplateNode(Span);

/// <summary>A pipeline whose value goes out, or into a variable.</summary>
internal sealed record GoTemplateAction(TextSpan Span, Pipeline Pipeline) : GoTemplateNode(Span);

/// <summary>An <c>if</c>, <c>with</c> or <c>range</c>.</summary>
internal sealed record GoTemplateBranch(TextSpan Span, string Keyword, Pipeline Pipeline, ImmutableArray<GoTemplateNode> Then, ImmutableArray<GoTemplateNode> Else) : GoTemplateNode(Span);

/// <summary>A <c>break</c> or <c>continue</c>.</summary>
internal sealed record GoTemplateJump(TextSpan Span, bool IsBreak) : GoTemplateNode(Span);

/// <summary>Commands of which each gets the value of the one before as its last argument.</summary>
/// <param name="Variables">The variables that take the value.</param>
/// <param name="IsDeclaration">Whether they are new.</param>
/// <param name="Commands">The commands: an operand, or a function with its arguments.</param>
internal sealed record Pipeline(ImmutableArray<string> Variables, bool IsDeclaration, ImmutableArray<ImmutableArray<Operand>> Commands);

/// <summary>A value in a command.</summary>
/// <param name="Span">Its characters in the template.</param>
internal abstract record Operand(TextSpan Span);

/// <summary>A constant, or nil.</summary>
internal sealed record LiteralOperand(TextSpan Span, object? Value) : Operand(Span);

/// <summary>The value that a block works on.</summary>
internal sealed record DotOperand(TextSpan Span) : Operand(Span);

/// <summary>A function.</summary>
internal sealed record FunctionOperand(TextSpan Span, string Name) : Operand(Span);

/// <summary>A variable.</summary>
internal sealed record VariableOperand(TextSpan Span, string Name) : Operand(Span);

/// <summary>A pipeline in parentheses.</summary>
internal sealed record NestedOperand(TextSpan Span, Pipeline Pipeline) : Operand(Span);

/// <summary>Fields of another operand.</summary>
internal sealed record FieldOperand(TextSpan Span, Operand Of, ImmutableArray<string> Names) : Operand(Span);
