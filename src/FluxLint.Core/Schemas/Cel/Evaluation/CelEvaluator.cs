using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FluxLint.Schemas.Cel.Functions;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel.Evaluation;

/// <summary>Finds the value of an expression (google/cel-spec, doc/langdef.md, "Evaluation"). Never fails: failures are values.</summary>
internal sealed class CelEvaluator(CelBudget budget)
{
    /// <summary>The value of an expression with the variables of a scope.</summary>
    public CelValue Evaluate(CelExpression expression, CelScope? scope)
    {
        if (!budget.Take(1) || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return new Unknown();
        return expression switch
        {
            CelExpression.Literal literal => literal.Value,
            CelExpression.Name name => Variable(name.Text, scope),
            CelExpression.Select select => Select(select, scope),
            CelExpression.Has has => Has(Evaluate(has.Operand, scope), has.Field),
            CelExpression.Index index => CelAccess.Item(Evaluate(index.Operand, scope), Evaluate(index.Key, scope), index.IsOptional),
            CelExpression.Unary { Operator: "!" } not => Not(Evaluate(not.Operand, scope)),
            CelExpression.Unary minus => CelOperators.Negate(Evaluate(minus.Operand, scope)),
            CelExpression.Binary { Operator: "&&" } and => CelLogic.Decide(false, Evaluate(and.Left, scope), () => Evaluate(and.Right, scope)),
            CelExpression.Binary { Operator: "||" } or => CelLogic.Decide(true, Evaluate(or.Left, scope), () => Evaluate(or.Right, scope)),
            CelExpression.Binary binary => Combine(binary, scope),
            CelExpression.Conditional choice => Choose(choice, scope),
            CelExpression.ListOf list => List(list, scope),
            CelExpression.MapOf map => Map(map, scope),
            CelExpression.Fold fold => new CelFold(this, budget, fold, scope).Evaluate(),
            CelExpression.Bind bind => Evaluate(bind.Body, new(bind.Variable, Evaluate(bind.Value, scope), scope)),
            CelExpression.MapOptional map => MapOptional(map, scope),
            CelExpression.Call call => Call(call, scope),
            // Types of messages are not known here.
            _ => new Unknown(),
        };
    }

    private static CelValue Variable(string name, CelScope? scope) =>
        CelScope.Find(scope, name) ?? CelTypes.Named(name.TrimStart('.')) ?? (CelValue)new Failure(FailureKind.NoOverload, $"undeclared reference to '{name}'");

    private static CelValue Not(CelValue value) => value is Bool { Value: var isTrue } ? Of(!isTrue) : Passed(value);

    private static CelValue Passed(CelValue value) => value.IsKnown ? NoOverload : value;

    private CelValue Select(CelExpression.Select select, CelScope? scope)
    {
        // The names of types that have dots in them.
        if (select is { Field: "Timestamp" or "Duration", Operand: CelExpression.Select { Field: "protobuf", Operand: CelExpression.Name { Text: "google" or ".google" } } })
            return CelTypes.Named($"google.protobuf.{select.Field}") ?? (CelValue)NoOverload;
        return CelAccess.Field(Evaluate(select.Operand, scope), select.Field, select.IsOptional);
    }

    private static CelValue Has(CelValue operand, string field) => operand switch
    {
        Optional { Value: null } => False,
        Optional { Value: { } inner } => Has(inner, field),
        Map map => map.Fields.Find(new Str(field)) is var value && value is Unknown ? value : Of(value is not null),
        _ => Passed(operand),
    };

    private CelValue Combine(CelExpression.Binary binary, CelScope? scope)
    {
        var left = Evaluate(binary.Left, scope);
        var right = Evaluate(binary.Right, scope);
        if (left is Failure || right is Failure)
            return left is Failure ? left : right;
        return left is Unknown || right is Unknown ? new Unknown() : Made(CelOperators.Apply(binary.Operator, left, right, budget));
    }

    private CelValue Choose(CelExpression.Conditional choice, CelScope? scope) => Evaluate(choice.Condition, scope) switch
    {
        Bool condition => Evaluate(condition.Value ? choice.Then : choice.Else, scope),
        var other => Passed(other),
    };

    private CelValue List(CelExpression.ListOf list, CelScope? scope)
    {
        var items = ImmutableArray.CreateBuilder<CelValue>(list.Items.Length);
        foreach (var item in list.Items)
        {
            var value = Evaluate(item.Value, scope);
            if (value is Failure)
                return value;
            if (item.IsOptional && value is not Optional)
                return Passed(value);
            if ((item.IsOptional ? ((Optional)value).Value : value) is { } present)
                items.Add(present);
        }
        return Made(new Seq(items.ToImmutable()));
    }

    private CelValue Map(CelExpression.MapOf map, CelScope? scope)
    {
        var entries = new CelEntries();
        foreach (var pair in map.Pairs)
        {
            var key = Evaluate(pair.Key, scope);
            var value = Evaluate(pair.Value, scope);
            if (!key.IsKnown || value is Failure)
                return key.IsKnown ? value : key;
            if (pair.IsOptional && value is not Optional)
                return Passed(value);
            if ((pair.IsOptional ? ((Optional)value).Value : value) is { } present && entries.Add(key, present) is { } failure)
                return failure;
        }
        budget.Make(map.Pairs.Length);
        return new Map(entries);
    }

    private CelValue MapOptional(CelExpression.MapOptional map, CelScope? scope)
    {
        var operand = Evaluate(map.Operand, scope);
        if (operand is not Optional { Value: { } present })
            return operand is Optional ? operand : Passed(operand);
        var value = Evaluate(map.Body, new(map.Variable, present, scope));
        return map.IsFlat || !value.IsKnown ? value : new Optional(value);
    }

    private CelValue Call(CelExpression.Call call, CelScope? scope)
    {
        var name = call.Function.TrimStart('.');
        var arguments = ImmutableArray.CreateBuilder<CelValue>(call.Arguments.Length + 1);
        if (call.Target is CelExpression.Name { Text: var space } && CelScope.Find(scope, space) is null)
            name = $"{space}.{name}";
        else if (call.Target is not null)
            arguments.Add(Evaluate(call.Target, scope));
        foreach (var argument in call.Arguments)
        {
            // optional.or() and orValue() look at what they are given only where it is needed.
            if (arguments is [Optional { Value: { } value } optional] && call.Function is "or" or "orValue")
                return call.Function == "or" ? optional : value;
            arguments.Add(Evaluate(argument, scope));
        }
        return arguments.FirstOrDefault(value => value is Failure) ?? Made(CelFunctions.Call(name, [.. arguments], budget));
    }

    private CelValue Made(CelValue value)
    {
        budget.Make(CelFunctions.Size(value));
        return value;
    }
}
