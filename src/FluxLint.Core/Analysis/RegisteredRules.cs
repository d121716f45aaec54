using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;

namespace FluxLint.Analysis;

/// <summary>The rules that are switched on, by what they look at. Safe on many threads.</summary>
internal sealed class RegisteredRules
{
    private readonly ImmutableArray<RuleAction<ResourceAction>> resource;
    // Arrays, because .NET has the code of a dictionary of references compiled already.
    private readonly ConcurrentDictionary<ResourceSort, RuleAction<ResourceAction>[]> bySort = new();

    public RegisteredRules(ImmutableArray<Rule> rules)
    {
        var registered = rules.Select(rule => (Rule: rule, Registry: Register(rule))).ToList();
        File = Of(registry => registry.FileActions);
        Kustomization = Of(registry => registry.KustomizationActions);
        resource = Of(registry => registry.ResourceActions);
        Cluster = Of(registry => registry.ClusterActions);
        Repository = Of(registry => registry.RepositoryActions);

        ImmutableArray<RuleAction<T>> Of<T>(Func<RuleRegistry, List<T>> actions) =>
            [.. registered.SelectMany(entry => actions(entry.Registry).Select(action => new RuleAction<T>(entry.Rule, action)))];
    }

    public ImmutableArray<RuleAction<Action<FileContext>>> File { get; }

    public ImmutableArray<RuleAction<Action<KustomizationContext>>> Kustomization { get; }

    public ImmutableArray<RuleAction<Action<ClusterContext>>> Cluster { get; }

    public ImmutableArray<RuleAction<Action<RepositoryContext>>> Repository { get; }

    /// <summary>What looks at a resource; a rule for another kind costs nothing.</summary>
    public ImmutableArray<RuleAction<ResourceAction>> For(Resource subject, FluxObject? view) => ImmutableCollectionsMarshal.AsImmutableArray(bySort.GetOrAdd(
        new(new GroupKind(subject.Id.Group, subject.Id.Kind), view?.GetType()),
        static (sort, rules) => [.. rules.resource.Where(entry => entry.Action.IsFor(sort))],
        this));

    private static RuleRegistry Register(Rule rule)
    {
        var registry = new RuleRegistry();
        rule.Register(registry);
        return registry;
    }
}
