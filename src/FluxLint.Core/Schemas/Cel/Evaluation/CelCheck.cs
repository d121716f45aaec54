using System.Runtime.CompilerServices;
using FluxLint.Schemas.Cel.Functions;
using FluxLint.Text;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel.Evaluation;

/// <summary>
/// Looks at an expression before it has values: for names that nothing has, and for parts that fail whatever the values are, as text that
/// is added to a number. What is known of no value is not said anything of.
/// </summary>
internal sealed class CelCheck
{
    private const long Steps = 1_000_000;

    private readonly CelEvaluator evaluator = new(new(Steps));

    /// <summary>What is wrong with an expression; null when nothing is, as far as can be seen.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="variables">The names of its variables.</param>
    public CelSyntaxError? Find(CelExpression expression, params IEnumerable<string> variables) =>
        Find(expression, variables.Aggregate((CelScope?)null, (scope, name) => new(name, new Unknown(), scope)));

    /// <summary>What is wrong with an expression that should be true or false.</summary>
    public CelSyntaxError? FindInCondition(CelExpression condition, params IEnumerable<string> variables)
    {
        if (Find(condition, variables) is { } problem)
            return problem;
        var type = condition switch
        {
            CelExpression.Binary { Operator: "+" or "-" or "*" or "/" or "%" } => "a value",
            CelExpression.Fold { Kind: not (FoldKind.All or FoldKind.Exists or FoldKind.ExistsOne) } => "a list or a map",
            CelExpression.ListOf or CelExpression.MapOf => "a list or a map",
            CelExpression.Call { Function: "size" } => "int",
            CelExpression.Literal { Value: not Bool } literal => CelTypes.Of(literal.Value).Name,
            CelExpression.Unary { Operator: "-" } => "a number",
            _ => null,
        };
        return type is null ? null : new($"a condition is true or false, and this is {type}", condition.Span);
    }

    private CelSyntaxError? Find(CelExpression expression, CelScope? scope)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return null;
        foreach (var (part, inner) in Parts(expression, scope))
        {
            if (Find(part, inner) is { } problem)
                return problem;
        }
        return expression switch
        {
            CelExpression.Name name => CheckName(name, scope),
            CelExpression.Message message => new($"the type '{message.Type}' is not known here", message.Span),
            CelExpression.Call call when !FunctionNames.Contains(NameOf(call, scope)) => new($"there is no function '{NameOf(call, scope)}'{Hint(NameOf(call, scope), FunctionNames.Known)}", call.Span),
            _ => evaluator.Evaluate(expression, scope) is Failure failure ? new(Describe(expression, failure, scope), expression.Span) : null,
        };
    }

    /// <summary>What a part fails with, and with what types.</summary>
    public string Describe(CelExpression part, Failure failure, CelScope? scope) => (failure.Reason, part) switch
    {
        (FailureKind.NoOverload, CelExpression.Binary binary) => $"'{binary.Operator}' has no meaning between {Type(binary.Left, scope)} and {Type(binary.Right, scope)}",
        (FailureKind.NoOverload, CelExpression.Unary unary) => $"'{unary.Operator}' has no meaning before {Type(unary.Operand, scope)}",
        (FailureKind.NoOverload, CelExpression.Select select) => $"{Type(select.Operand, scope)} has no field '{select.Field}'",
        (FailureKind.NoOverload, CelExpression.Call call) => $"{call.Function}() has no meaning for {string.Join(", ", Arguments(call, scope).Select(argument => Type(argument, scope)))}",
        (FailureKind.NoOverload, CelExpression.Conditional choice) => $"the condition before '?' is {Type(choice.Condition, scope)}",
        (FailureKind.NoOverload, CelExpression.Fold fold) => $"this goes over lists and maps with a condition, and over {Type(fold.Range, scope)} not",
        _ => failure.Message,
    };

    private static CelSyntaxError? CheckName(CelExpression.Name name, CelScope? scope)
    {
        if (CelScope.Find(scope, name.Text) is not null || CelTypes.Named(name.Text.TrimStart('.')) is not null || name.Text is "google" or ".google")
            return null;
        return new($"there is no variable '{name.Text}'{Hint(name.Text, Names(scope))}", name.Span);
    }

    private static IEnumerable<CelExpression> Arguments(CelExpression.Call call, CelScope? scope) =>
        call.Target is null || IsSpace(call.Target, scope) ? call.Arguments : call.Arguments.Prepend(call.Target);

    private static IEnumerable<(CelExpression Part, CelScope? Scope)> Parts(CelExpression expression, CelScope? scope) => expression switch
    {
        CelExpression.Fold fold => Bodies(fold).Select(body => (body, (CelScope?)Inside(fold, scope))).Prepend((fold.Range, scope)),
        CelExpression.Bind bind => [(bind.Value, scope), (bind.Body, new(bind.Variable, new Unknown(), scope))],
        CelExpression.MapOptional map => [(map.Operand, scope), (map.Body, new(map.Variable, new Unknown(), scope))],
        CelExpression.Call call => Arguments(call, scope).Select(part => (part, scope)),
        _ => expression.Parts.Select(part => (part, scope)),
    };

    private static IEnumerable<CelExpression> Bodies(CelExpression.Fold fold) => fold.Filter is null ? [fold.Body] : [fold.Filter, fold.Body];

    private static CelScope Inside(CelExpression.Fold fold, CelScope? scope)
    {
        var first = new CelScope(fold.First, new Unknown(), scope);
        return fold.Second is null ? first : new(fold.Second, new Unknown(), first);
    }

    private static string NameOf(CelExpression.Call call, CelScope? scope) =>
        call.Target is CelExpression.Name { Text: var space } && IsSpace(call.Target, scope) ? $"{space}.{call.Function}" : call.Function.TrimStart('.');

    private static bool IsSpace(CelExpression target, CelScope? scope) =>
        target is CelExpression.Name { Text: var space } && CelScope.Find(scope, space) is null && FunctionNames.IsSpace(space);

    private string Type(CelExpression expression, CelScope? scope) => evaluator.Evaluate(expression, scope) is { IsKnown: true } value ? CelTypes.Of(value).Name : "what is not known";

    private static string Hint(string name, IEnumerable<string> names) => Suggestion.For(name, names) is { } nearest ? $"; {nearest.Statement}" : "";

    private static IEnumerable<string> Names(CelScope? scope)
    {
        for (; scope is not null; scope = scope.Outer)
            yield return scope.Name;
    }
}
