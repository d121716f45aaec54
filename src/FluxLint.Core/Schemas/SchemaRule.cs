using FluxLint.Schemas.Cel;
using FluxLint.Schemas.Cel.Evaluation;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>A rule of a schema (<c>x-kubernetes-validations</c>), read when it is first asked for.</summary>
internal sealed class SchemaRule(string rule, string? message, string? messageExpression)
{
    private readonly Lazy<CelExpression?> condition = new(() => CelExpression.Parse(rule, out _) is { } parsed && !parsed.Mentions("oldSelf") ? parsed : null);
    private readonly Lazy<CelExpression?> wording = new(() => messageExpression is null ? null : CelExpression.Parse(messageExpression, out _));

    /// <summary>The rule as it is written.</summary>
    public string Written => rule;

    /// <summary>What is said of a value that breaks it; null where it says nothing.</summary>
    public string? WrittenMessage => message;

    /// <summary>What gives that in place of a fixed text.</summary>
    public string? MessageExpression => messageExpression;

    /// <summary>The rule in one line.</summary>
    public string Text => rule.ReplaceLineEndings(" ").Trim();

    /// <summary>The rule; null when nothing can be said by it, as by one that compares with what was before.</summary>
    public CelExpression? Condition => condition.Value;

    /// <summary>Reads a rule.</summary>
    public static SchemaRule? Read(YamlMapping node) =>
        node.Text("rule") is { } rule ? new(rule, node.Text("message"), node.Text("messageExpression")) : null;

    /// <summary>What the API server says of a value that breaks the rule.</summary>
    public string Message(CelEvaluator evaluator, CelScope scope)
    {
        if (wording.Value is { } expression && evaluator.Evaluate(expression, scope) is CelValue.Str { Value: var text } && text.Trim() is { Length: > 0 } shown && !shown.Contains('\n'))
            return shown;
        return message?.ReplaceLineEndings(" ").Trim().TrimEnd('.') ?? $"failed rule: {Text}";
    }
}
