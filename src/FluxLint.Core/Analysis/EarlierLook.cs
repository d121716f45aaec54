using System.Collections.Immutable;
using FluxLint.Fleet;
using FluxLint.Kustomize;
using FluxLint.Semantics;

namespace FluxLint.Analysis;

/// <summary>What the rules found in a compilation that another one came from, and which of them have to look again.</summary>
internal sealed class EarlierLook
{
    private readonly Compilation compilation;
    private readonly Dictionary<object, UnitResult> results;
    private readonly Dictionary<Resource, ImmutableArray<Cluster>> clusters;
    private readonly ImmutableArray<Rule> onClusters;
    private readonly ImmutableArray<Rule> onSchemas;

    /// <param name="before">The results of the earlier compilation.</param>
    /// <param name="compilation">The compilation to look at now.</param>
    public EarlierLook(RuleResults before, Compilation compilation)
    {
        this.compilation = compilation;
        Dependences = before.Dependences;
        results = before.ByThing();
        onClusters = before.Dependences.Of(Dependence.Clusters);
        onSchemas = ReferenceEquals(before.Compilation.Schemas, compilation.Schemas) ? [] : before.Dependences.Of(Dependence.Schemas);
        clusters = before.Compilation.Fleet.Resources.ToDictionary(shared => shared.Resource, shared => shared.Clusters);
    }

    /// <summary>What the rules looked at besides the things.</summary>
    public RuleDependences Dependences { get; }

    /// <summary>What was found in a thing; null when it is new, or nothing of it holds.</summary>
    public UnitResult? Find(Unit unit) => results.TryGetValue(unit.Subject, out var result) && unit.MayHold(result, compilation) ? result : null;

    /// <summary>The rules that may find something else in a thing now; null when there are none.</summary>
    public HashSet<Rule>? Open(Unit unit, UnitResult earlier)
    {
        HashSet<Rule>? open = null;
        Add(earlier.OnRepository);
        Add(onSchemas);
        if (unit.Subject is Resource resource && !clusters[resource].AsSpan().SequenceEqual(unit.Clusters.AsSpan()))
            Add(onClusters);
        return open;

        void Add(ImmutableArray<Rule> rules)
        {
            if (!rules.IsEmpty)
                (open ??= []).UnionWith(rules);
        }
    }
}
