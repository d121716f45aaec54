using System.Collections.Immutable;
using FluxLint.Semantics;

namespace FluxLint.Analysis;

/// <summary>What rules found when they looked at everything in a compilation.</summary>
/// <param name="Compilation">The compilation.</param>
/// <param name="Rules">The rules, in id order.</param>
/// <param name="Found">The result of each thing with one that is not clean.</param>
/// <param name="Dependences">What the rules look at besides the things.</param>
/// <param name="Looks">How many things were looked at; what is known from an earlier result is not looked at again.</param>
internal sealed record RuleResults(Compilation Compilation, ImmutableArray<Rule> Rules, IReadOnlyDictionary<object, UnitResult> Found, RuleDependences Dependences, int Looks)
{
    /// <summary>Whether the results tell anything about the same rules in another compilation.</summary>
    public bool SpeakOf(Compilation other, ImmutableArray<Rule> rules) =>
        ReferenceEquals(Compilation.Configuration, other.Configuration) && Rules.AsSpan().SequenceEqual(rules.AsSpan());

    /// <summary>Everything that was looked at, with what came of it.</summary>
    public Dictionary<object, UnitResult> ByThing()
    {
        IEnumerable<object> looked =
        [
            .. Compilation.Repository.YamlFiles.Select(Compilation.Repository.Tree).OfType<object>(),
            .. Compilation.Renderings,
            .. Compilation.Fleet.Resources.Select(shared => shared.Resource),
            .. Compilation.Fleet.Clusters,
        ];
        var results = new Dictionary<object, UnitResult>(ReferenceEqualityComparer.Instance);
        foreach (var thing in looked)
            results[thing] = Found.GetValueOrDefault(thing, UnitResult.Clean);
        return results;
    }
}
