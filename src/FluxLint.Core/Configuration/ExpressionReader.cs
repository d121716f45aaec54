using System.Collections.Immutable;
using FluxLint.Policies;
using FluxLint.Schemas.Cel;
using FluxLint.Schemas.Cel.Evaluation;
using FluxLint.Syntax;
using FluxLint.Text;
using FluxLint.Text.Automata;

namespace FluxLint.Configuration;

/// <summary>Reads the expressions of policies, and messages with expressions in braces. What is wrong with one is reported at its own characters.</summary>
internal sealed class ExpressionReader(NodeReader reader)
{
    private static readonly string[] Variables = ["object", "cluster", "resources"];
    private static readonly string[] MessageVariables = [.. Variables, "value", "field"];

    /// <summary>An expression that is true or false; null when it is none, which is reported.</summary>
    public PolicyExpression? Condition(YamlScalar node) => Read(node, 0, node.Value, (check, expression) => check.FindInCondition(expression, Variables));

    /// <summary>A message; null when a part of it is wrong, which is reported.</summary>
    public PolicyMessage? Message(YamlScalar node)
    {
        var text = node.Value;
        var parts = ImmutableArray.CreateBuilder<PolicyMessage.Part>();
        for (var at = 0; at < text.Length;)
        {
            var brace = text.AsSpan(at).IndexOfAny('{', '}');
            var end = brace < 0 ? text.Length : at + brace;
            var isTwice = end + 1 < text.Length && text[end + 1] == text[end];
            parts.Add(new(text[at..(isTwice ? end + 1 : end)], null));
            at = isTwice ? end + 2 : end;
            if (isTwice || at == text.Length)
                continue;
            var close = text[at] == '{' ? Close(text, at) : -1;
            if (close < 0)
            {
                reader.Report(PolicyExpression.At(node, at, new(0, 1)), text[at] == '{' ? "'{' is not closed; twice it stands for itself" : "'}' closes nothing; twice it stands for itself");
                return null;
            }
            if (Read(node, at + 1, text[(at + 1)..close], (check, expression) => check.Find(expression, MessageVariables)) is not { } expression)
                return null;
            parts.Add(new("", expression));
            at = close + 1;
        }
        return new(parts.ToImmutable());
    }

    private PolicyExpression? Read(YamlScalar node, int offset, string text, Func<CelCheck, CelExpression, CelSyntaxError?> check)
    {
        var expression = CelExpression.Parse(text, out var error);
        var problem = expression is null ? error : check(new(), expression) ?? UnknownField(expression) ?? WrongPattern(expression);
        if (problem is null)
            return expression is null ? null : new(expression, node, offset);
        reader.Report(PolicyExpression.At(node, offset, problem.Span), problem.Message);
        return null;
    }

    private static CelSyntaxError? UnknownField(CelExpression expression)
    {
        if (expression is CelExpression.Select { Operand: CelExpression.Name { Text: "cluster" }, Field: var field } && !ClusterViews.Fields.Contains(field))
            return new($"a cluster has no '{field}'; {Suggestion.For(field, ClusterViews.Fields)?.Statement ?? $"it has {string.Join(", ", ClusterViews.Fields)}"}", expression.Span);
        return expression.Parts.Select(UnknownField).FirstOrDefault(problem => problem is not null);
    }

    private static CelSyntaxError? WrongPattern(CelExpression expression)
    {
        if (expression is CelExpression.Call { Function: "matches" or "find" or "findAll" } call
            && call.Arguments.ElementAtOrDefault(call.Target is null ? 1 : 0) is CelExpression.Literal { Value: CelValue.Str { Value: var pattern } } written
            && PatternParser.FindProblem(pattern) is { } problem)
            return new(problem, written.Span);
        return expression.Parts.Select(WrongPattern).FirstOrDefault(found => found is not null);
    }

    /// <summary>Where the brace ends that starts somewhere; -1 when it does not.</summary>
    private static int Close(string text, int open)
    {
        var depth = 0;
        char? quote = null;
        for (var i = open; i < text.Length; i++)
        {
            if (quote is not null)
                quote = text[i] == quote ? null : quote;
            else if (text[i] is '\'' or '"')
                quote = text[i];
            else
                depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            if (depth == 0)
                return i;
        }
        return -1;
    }
}
