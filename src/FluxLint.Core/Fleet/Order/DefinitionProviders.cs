using System.Collections.Immutable;
using FluxLint.Kubernetes;

namespace FluxLint.Fleet;

/// <summary>Finds the steps that bring objects and the definitions of custom kinds to a cluster. The nodes may still be growing when it is made.</summary>
internal sealed class DefinitionProviders
{
    public const string CustomResourceDefinition = "CustomResourceDefinition";

    private readonly IReadOnlyList<OrderNode> nodes;
    private readonly IReadOnlyDictionary<ObjectKey, OrderNode> index;
    private readonly Dictionary<GroupKind, OrderEvent?> known = [];
    private readonly Lazy<CrdSet> definitions;
    private readonly Lazy<ILookup<string, string>> neededKinds;

    public DefinitionProviders(ClusterModel model, ImmutableArray<Inventory> inventories, IReadOnlyList<OrderNode> nodes, IReadOnlyDictionary<ObjectKey, OrderNode> index)
    {
        this.nodes = nodes;
        this.index = index;
        definitions = new(() => model.Crds);
        neededKinds = new(() => inventories
            .SelectMany(inventory => inventory.Summary.NeededKinds)
            .Select(need => need.Kind)
            .Distinct()
            .ToLookup(need => need.Group, need => need.Kind));
    }

    /// <summary>The step that brings the definition of a kind; null when that is not known.</summary>
    public OrderEvent? Provider(string group, string kind)
    {
        var key = new GroupKind(group, kind);
        if (!known.TryGetValue(key, out var step))
            known[key] = step = FindProvider(group, kind);
        return step;
    }

    /// <summary>The steps that bring the CRD of a name such as <c>certificates.cert-manager.io</c>. Of its kind the plural alone is known: those that the cluster uses are tried.</summary>
    public IEnumerable<OrderEvent> Of(string name)
    {
        var dot = name.IndexOf('.');
        var (plural, group) = dot < 0 ? (name, "") : (name[..dot], name[(dot + 1)..]);
        return neededKinds.Value[group]
            .Where(kind => CustomKinds.IsPlural(plural, kind))
            .Select(kind => Provider(group, kind))
            .OfType<OrderEvent>();
    }

    /// <summary>What applies an object; null when nothing in sight does.</summary>
    public OrderNode? MakerOf(ObjectKey key) => nodes.FirstOrDefault(node => node.Inventory?.Output?.Find(key) is not null);

    private OrderEvent? FindProvider(string group, string kind)
    {
        if (definitions.Value.ProviderOf(group, kind) is not { } provider)
            return null;
        var key = provider.Key;
        if (index.TryGetValue(key, out var release))
            return release.Applied;
        return provider.Id.Kind == CustomResourceDefinition ? MakerOf(key)?.Started : MakerOf(key)?.Applied;
    }
}
