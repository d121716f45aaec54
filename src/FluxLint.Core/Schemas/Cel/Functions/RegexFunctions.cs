using System.Collections.Immutable;
using FluxLint.Text.Automata;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel.Functions;

/// <summary>The regular expressions of Kubernetes (k8s.io/apiserver, pkg/cel/library/regex.go).</summary>
internal static class RegexFunctions
{
    // What a step of an automaton costs, as compared to one of an expression.
    private const int StepsOfCost = 8;

    public static CelValue? Call(string name, ImmutableArray<CelValue> arguments, CelBudget budget) => (name, arguments) switch
    {
        ("find", [Str { Value: var text }, Str { Value: var pattern }]) => Find(text, pattern, 1, budget) is { } found ? found.FirstOrDefault(new Str("")) : new Unknown(),
        ("findAll", [Str { Value: var text }, Str { Value: var pattern }]) => All(Find(text, pattern, -1, budget)),
        ("findAll", [Str { Value: var text }, Str { Value: var pattern }, Int { Value: var most }]) => All(Find(text, pattern, most, budget)),
        _ => null,
    };

    private static CelValue All(ImmutableArray<CelValue>? found) => found is { } items ? new Seq(items) : new Unknown();

    /// <summary>What a pattern matches; null when it is not known, or would take too long.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="most">How many matches are wanted; negative for all.</param>
    /// <param name="budget">What it may cost.</param>
    private static ImmutableArray<CelValue>? Find(string text, string pattern, long most, CelBudget budget)
    {
        if (budget.Pattern(pattern) is not { } automaton || !budget.Take((long)automaton.Length * text.Length / StepsOfCost))
            return null;
        var found = ImmutableArray.CreateBuilder<CelValue>();
        var search = new PatternSearch(automaton, text);
        var previous = -1;
        for (var at = 0; at <= text.Length && (most < 0 || found.Count < most);)
        {
            var read = search.Read;
            var match = search.Find(at);
            if (!budget.Take(1 + (automaton.Length * (search.Read - read) / StepsOfCost)))
                return null;
            if (match is not var (start, end))
                break;
            // A match of nothing right behind another is none.
            if (start != end || start != previous)
                found.Add(new Str(text[start..end]));
            previous = end;
            if (end > at)
                at = end;
            else if (at < text.Length)
                CodePoint.Read(text, ref at);
            else
                at++;
        }
        return found.ToImmutable();
    }
}
