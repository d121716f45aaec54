using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Kustomize;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Flux;

/// <summary>Carries out a Go template (<c>text/template/exec.go</c>, with <c>missingkey=error</c>) for one set of inputs.</summary>
internal sealed class GoTemplateEvaluator(string text, YamlMapping? inputs, GoTemplateBudget budget)
{
    private const int MaximumRange = 50_000;
    private const int MaximumVariables = 256;
    private const int MaximumMessage = 200;

    private readonly GoTemplateOutput output = new(budget);
    private readonly List<(string Name, object? Value)> variables = [];
    private readonly Lazy<object?> values = new(() => GoTemplateValues.Of(inputs));

    private enum Flow
    {
        Normal,
        Break,
        Continue,
    }

    /// <exception cref="GoTemplateFault">The template fails, or needs what is only known in a cluster.</exception>
    public static GoTemplateOutput Run(string text, ImmutableArray<GoTemplateNode> template, YamlMapping? inputs, GoTemplateBudget budget)
    {
        var evaluator = new GoTemplateEvaluator(text, inputs, budget);
        evaluator.Execute(template, dot: null);
        return evaluator.output;
    }

    private Flow Execute(ImmutableArray<GoTemplateNode> nodes, object? dot)
    {
        var mark = variables.Count;
        var flow = Flow.Normal;
        foreach (var node in nodes)
        {
            flow = Execute(node, dot);
            if (flow != Flow.Normal)
                break;
        }
        variables.RemoveRange(mark, variables.Count - mark);
        return flow;
    }

    private Flow Execute(GoTemplateNode node, object? dot)
    {
        Step(node.Span);
        switch (node)
        {
            case GoTemplateText literal:
                output.Append(text.AsSpan(literal.Span.Start, literal.Span.Length), literal.Span);
                return Flow.Normal;
            case GoTemplateAction action:
                var value = Evaluate(action.Pipeline, dot);
                if (action.Pipeline.Variables.IsEmpty)
                    output.Append(value is null ? "<no value>" : GoTemplateValues.Text(value), action.Span, Origin(action.Pipeline));
                return Flow.Normal;
            case GoTemplateBranch branch:
                return Execute(branch, dot);
            case GoTemplateJump { IsBreak: true }:
                return Flow.Break;
            default:
                return Flow.Continue;
        }
    }

    private Flow Execute(GoTemplateBranch branch, object? dot)
    {
        var mark = variables.Count;
        try
        {
            if (branch.Keyword == "range")
                return ExecuteRange(branch, dot);
            var value = Evaluate(branch.Pipeline, dot);
            return GoTemplateValues.IsTrue(value)
                ? Execute(branch.Then, branch.Keyword == "with" ? value : dot)
                : Execute(branch.Else, dot);
        }
        finally
        {
            variables.RemoveRange(mark, variables.Count - mark);
        }
    }

    private Flow ExecuteRange(GoTemplateBranch range, object? dot)
    {
        var names = range.Pipeline.Variables;
        var items = Items(Evaluate(range.Pipeline with { Variables = [] }, dot), range.Span);
        if (items.Count == 0)
            return Execute(range.Else, dot);
        foreach (var (key, item) in items)
        {
            Step(range.Span);
            var mark = variables.Count;
            if (names.Length > 0)
                Assign(names[^1], item, range);
            if (names.Length > 1)
                Assign(names[0], key, range);
            var flow = Execute(range.Then, item);
            if (range.Pipeline.IsDeclaration)
                variables.RemoveRange(mark, variables.Count - mark);
            if (flow == Flow.Break)
                break;
        }
        return Flow.Normal;
    }

    private void Step(TextSpan span)
    {
        if (!budget.Step())
            throw new GoTemplateFault(GoTemplateBudget.Spent, span) { Kind = BuildProblemKind.Limit };
    }

    private void Read(object? value, TextSpan span)
    {
        if (!budget.Read(value))
            throw new GoTemplateFault(GoTemplateBudget.Spent, span) { Kind = BuildProblemKind.Limit };
    }

    private void Assign(string name, object? value, GoTemplateBranch range) => Assign(name, value, range.Pipeline.IsDeclaration, range.Span);

    private void Assign(string name, object? value, bool isDeclaration, TextSpan span)
    {
        if (isDeclaration)
        {
            if (variables.Count == MaximumVariables)
                throw new GoTemplateFault($"it has more than {MaximumVariables} variables", span) { Kind = BuildProblemKind.Limit };
            variables.Add((name, value));
            return;
        }
        var index = variables.FindLastIndex(variable => variable.Name == name);
        variables[index < 0 ? throw new GoTemplateFault($"undefined variable '${name}'", span) : index] = (name, value);
    }

    private static List<(object? Key, object? Value)> Items(object? value, TextSpan span) => value switch
    {
        null => [],
        object?[] list => [.. list.Select((item, index) => ((object?)(long)index, item))],
        SortedDictionary<string, object?> map => [.. map.Select(pair => ((object?)pair.Key, pair.Value))],
        long and <= MaximumRange and var count => [.. Enumerable.Range(0, (int)Math.Max(0, count)).Select(index => ((object?)(long)index, (object?)(long)index))],
        _ => throw new GoTemplateFault("'range' takes a list, a map or a number", span),
    };

    private object? Evaluate(Pipeline pipeline, object? dot)
    {
        object? value = null;
        for (var i = 0; i < pipeline.Commands.Length; i++)
            value = Evaluate(pipeline.Commands[i], dot, i > 0 ? [value] : []);
        foreach (var name in pipeline.Variables)
            Assign(name, value, pipeline.IsDeclaration, pipeline.Commands[0][0].Span);
        return value;
    }

    private object? Evaluate(ImmutableArray<Operand> command, object? dot, object?[] piped)
    {
        if (command[0] is FunctionOperand function)
            return Call(function, command, dot, piped);
        if (command.Length > 1 || piped.Length > 0)
            throw new GoTemplateFault("only a function takes arguments", command[0].Span);
        return Evaluate(command[0], dot);
    }

    private object? Evaluate(Operand operand, object? dot)
    {
        Step(operand.Span);
        return operand switch
        {
            LiteralOperand literal => literal.Value,
            DotOperand => dot,
            FunctionOperand function => Call(function, [function], dot, []),
            VariableOperand variable => Variable(variable),
            NestedOperand nested => Evaluate(nested.Pipeline, dot),
            FieldOperand field => field.Names.Aggregate(Evaluate(field.Of, dot), (value, name) => Field(value, name, field)),
            _ => null,
        };
    }

    private object? Variable(VariableOperand variable)
    {
        if (variable.Name.Length == 0)
            return null;
        var index = variables.FindLastIndex(candidate => candidate.Name == variable.Name);
        return index < 0 ? throw new GoTemplateFault($"undefined variable '${variable.Name}'", variable.Span) : variables[index].Value;
    }

    private static object? Field(object? value, string name, FieldOperand operand)
    {
        if (value is not SortedDictionary<string, object?> map)
            throw new GoTemplateFault($"there is no '{name}' in a value that is no map", operand.Span);
        return map.TryGetValue(name, out var found) ? found : throw Missing(map, name, operand);
    }

    /// <summary>Templates run with <c>missingkey=error</c> (<c>internal/builder/resourceset.go</c> of flux-operator).</summary>
    private static GoTemplateFault Missing(SortedDictionary<string, object?> map, string name, FieldOperand operand)
    {
        // Permuted inputs stand under the names of their providers.
        var below = map.FirstOrDefault(entry => entry.Value is SortedDictionary<string, object?> inner && inner.ContainsKey(name)).Key;
        return new($"its inputs have no '{name}'", operand.Span)
        {
            Kind = BuildProblemKind.MissingInput,
            Meant = below is null ? Suggestion.For(name, map.Keys) : new($"{below}.{name}"),
        };
    }

    private object? Call(FunctionOperand function, ImmutableArray<Operand> command, object? dot, object?[] piped)
    {
        if (function.Name is "and" or "or")
            return Decide(function.Name == "and", command, dot, piped);
        var arguments = command.Skip(1).Select(operand => Evaluate(operand, dot)).Concat(piped).ToArray();
        if (function.Name == "inputs")
            return values.Value;
        Step(function.Span);
        Read(arguments, function.Span);
        var result = Carry(function, arguments);
        Read(result, function.Span);
        return GoTemplateBudget.Fits(result) ? result : throw new GoTemplateFault($"'{function.Name}' gives too much", function.Span);
    }

    private static object? Carry(FunctionOperand operand, object?[] arguments)
    {
        if (GoTemplateFunctions.Find(operand.Name) is not { } function)
            throw new GoTemplateFault($"unknown function '{operand.Name}'", operand.Span);
        try
        {
            if (function.Takes(arguments.Length))
                return function.Call(arguments);
        }
        catch (FormatException fault)
        {
            throw new GoTemplateFault(fault.Message.Length > MaximumMessage ? $"{fault.Message[..MaximumMessage]}..." : fault.Message, operand.Span);
        }
        // Whatever a function throws, it is the template that asks it for more than it can do.
        catch (Exception)
        {
            throw new GoTemplateFault($"'{operand.Name}' cannot take these arguments", operand.Span);
        }
        throw new GoTemplateFault($"'{operand.Name}' cannot take these arguments", operand.Span);
    }

    /// <summary>The first argument that decides, or the last: those behind it are not looked at.</summary>
    private object? Decide(bool isAnd, ImmutableArray<Operand> command, object? dot, object?[] piped)
    {
        object? value = null;
        foreach (var operand in command.Skip(1))
        {
            value = Evaluate(operand, dot);
            if (GoTemplateValues.IsTrue(value) != isAnd)
                return value;
        }
        return piped.Length > 0 ? piped[0] : value;
    }

    /// <summary>Where the first input that a pipeline takes was written.</summary>
    private Location? Origin(Pipeline pipeline) =>
        pipeline.Commands.SelectMany(command => command).Select(Origin).FirstOrDefault(origin => origin is not null);

    private Location? Origin(Operand operand)
    {
        Step(operand.Span);
        return operand switch
        {
            FieldOperand { Of: FunctionOperand { Name: "inputs" } } field => inputs?.At(field.Names.AsSpan())?.Location,
            NestedOperand nested => Origin(nested.Pipeline),
            _ => null,
        };
    }
}
