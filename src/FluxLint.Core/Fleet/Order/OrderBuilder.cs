using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>Makes the order of a cluster.</summary>
/// <remarks>
/// As in kustomize-controller (kustomization_controller.go: the source, then the dependencies, then an apply in stages, then
/// health checks), fluxcd/pkg ssa (manager_apply.go: a stage is tried as a whole before any of it is applied),
/// helm-controller (helmrelease_controller.go) and flux-operator (resourceset_controller.go).
/// </remarks>
internal sealed class OrderBuilder
{
    private readonly ClusterModel model;
    private readonly ImmutableArray<Inventory> local;
    private readonly List<OrderNode> nodes = [];
    private readonly Dictionary<ObjectKey, OrderNode> index = [];
    private readonly Dictionary<ObjectKey, OrderNode> artifacts = [];
    private readonly Dictionary<string, List<OrderNode?>> namespaces = new(StringComparer.Ordinal);
    private readonly HashSet<OrderNode> appliedTwice = [];
    // The first Kustomization and its source, which someone applies by hand.
    private readonly HashSet<OrderNode> bootstrapped = [];
    private readonly List<OrderEdge> edges = [];
    private readonly DefinitionProviders definitions;
    private readonly Lazy<HashSet<string>> namespacesOfReleases;

    public OrderBuilder(ClusterModel model)
    {
        this.model = model;
        local = [.. model.Cluster.Inventories.Where(inventory => inventory is { IsRemote: false, Output: not null })];
        definitions = new(model, local, nodes, index);
        namespacesOfReleases = new(() => [.. nodes.Select(node => node.Object).OfType<HelmRelease>().Where(release => release.CreatesNamespace).Select(release => release.WorkloadNamespace)]);
    }

    public OrderGraph Build()
    {
        foreach (var inventory in local)
            Declare(inventory);
        foreach (var inventory in local)
            Own(inventory);
        foreach (var node in nodes)
        {
            var place = node.Resource.Place;
            Add(node.Applied, node.Started, OrderReason.Sequence, place);
            Add(node.Ready, node.Applied, OrderReason.Sequence, place);
            Depend(node);
            TakeSources(node);
            if (node.Parent is { } parent)
                Add(node.Started, parent.Applied, OrderReason.Parent, place);
            if (node.Object is HelmRelease { IsRemote: false, CreatesNamespace: false, TargetNamespace: { } target })
                NeedNamespace(node, target.Value, node.Object.PlaceOf(target));
            if (node.Inventory is { } inventory)
                Apply(node, inventory);
            CheckHealth(node);
        }
        return new([.. nodes], index, ByStep());
    }

    private void Declare(Inventory inventory)
    {
        foreach (var flux in inventory.Summary.Objects)
        {
            var key = flux.Resource.Key;
            if (index.TryGetValue(key, out var known))
            {
                appliedTwice.Add(known);
                continue;
            }
            var node = new OrderNode(flux, nodes.Count);
            nodes.Add(node);
            index.Add(key, node);
            if (flux is ArtifactGenerator generator)
            {
                foreach (var name in generator.Artifacts.Select(artifact => artifact.Name).OfType<YamlScalar>())
                    artifacts.TryAdd(new(FluxGroups.Source, "ExternalArtifact", key.Namespace, name.Value), node);
            }
        }
    }

    /// <summary>Ties what is applied to what applies it.</summary>
    private void Own(Inventory inventory)
    {
        var owner = inventory.Owner is { } resource ? index.GetValueOrDefault(resource.Key) : null;
        foreach (var name in inventory.Summary.Namespaces)
        {
            if (!namespaces.TryGetValue(name, out var makers))
                namespaces[name] = makers = [];
            makers.Add(owner);
        }
        if (owner is null)
            return;
        owner.Inventory ??= inventory;
        if (inventory.Parent is null)
            bootstrapped.UnionWith(FindSources(owner).Append(owner));
        // It makes the first Kustomization, which applies it from then on.
        if (inventory.Instance is not null)
            return;
        foreach (var flux in inventory.Summary.Objects)
        {
            var node = index[flux.Resource.Key];
            if (node != owner && !appliedTwice.Contains(node) && !bootstrapped.Contains(node))
                node.Parent = owner;
        }
    }

    private void Depend(OrderNode node)
    {
        foreach (var dependency in node.Object.DependsOn)
        {
            if (dependency is { NeedsReady: true, Name: { } name, Key: { } key } && index.TryGetValue(key, out var other))
                Add(node.Started, other.Ready, OrderReason.DependsOn, node.Object.PlaceOf(name));
        }
    }

    private void TakeSources(OrderNode node)
    {
        foreach (var reference in node.Object.SourceReferences)
        {
            if (reference.Name is { } name && FindSource(reference) is { } source)
                Add(node.Started, source.Ready, OrderReason.Source, node.Object.PlaceOf(name));
        }
    }

    private IEnumerable<OrderNode> FindSources(OrderNode node) => node.Object.SourceReferences.Select(FindSource).OfType<OrderNode>();

    private OrderNode? FindSource(SourceReference reference)
    {
        var key = reference.Key;
        return index.GetValueOrDefault(key) ?? artifacts.GetValueOrDefault(key);
    }

    private void Apply(OrderNode node, Inventory inventory)
    {
        var summary = inventory.Summary;
        foreach (var need in summary.NeededNamespaces)
            NeedNamespace(node, need.Name, need.User.Place);
        foreach (var need in summary.NeededKinds)
            NeedDefinition(node, need.Kind.Group, need.Kind.Kind, need.User.Place);
        if (!IsWaiting(node.Object))
            return;
        foreach (var waited in summary.Objects)
        {
            if (index[waited.Resource.Key] is var other && other != node && IsJudgedByReady(node, waited))
                Add(node.Ready, other.Ready, OrderReason.Wait, node.Object.PlaceOf(node.Object.Spec["wait"] ?? node.Resource.Root));
        }
    }

    private void CheckHealth(OrderNode node)
    {
        if (node.Object is not FluxKustomization { Waits: false, IsRemote: false } kustomization)
            return;
        foreach (var check in kustomization.HealthChecks)
        {
            if (check.Name is not { } name)
                continue;
            var group = ResourceId.Of(check.Node).Group;
            var steps = check.Kind == DefinitionProviders.CustomResourceDefinition ? definitions.Of(name.Value) : Healthy(node, new(group, check.Kind ?? "", check.Namespace, name.Value));
            foreach (var step in steps.Where(step => step.Node != node))
                Add(node.Ready, step, OrderReason.HealthCheck, node.Object.PlaceOf(name));
        }
    }

    /// <summary>What must have come before an object is healthy: that of Flux is ready, another one is there at least.</summary>
    private IEnumerable<OrderEvent> Healthy(OrderNode node, ObjectKey key)
    {
        if (index.TryGetValue(key, out var other))
            return IsJudgedByReady(node, other.Object) ? [other.Ready] : [];
        return definitions.MakerOf(key) is { } maker ? [maker.Applied] : [];
    }

    private static bool IsWaiting(FluxObject flux) => flux is FluxKustomization { Waits: true } or ResourceSet { Waits: true };

    /// <summary>Whether the health of an object is its <c>Ready</c> condition: kinds of the notification API have none, and an expression may ask for something else.</summary>
    private static bool IsJudgedByReady(OrderNode node, FluxObject checkedObject) =>
        !checkedObject.IsSuspended
        && checkedObject is FluxKustomization or HelmRelease or ResourceSet or Source or ArtifactGenerator
        && node.Object is not FluxKustomization { HealthCheckExpressions: not null };

    private void NeedNamespace(OrderNode node, string name, Place place)
    {
        if (model.Provisions.IsBroughtByPlatform(name) || model.Cluster.Early.MayMakeNamespace(name))
            return;
        // Where several make it, the first to come does.
        if (namespaces.GetValueOrDefault(name) is [{ } maker] && maker != node && !namespacesOfReleases.Value.Contains(name))
            Add(node.Applied, maker.Started, OrderReason.Namespace, place, name);
    }

    private void NeedDefinition(OrderNode node, string group, string kind, Place place)
    {
        // The controller applies CRDs before the rest, and waits for them.
        if (definitions.Provider(group, kind) is { } made && made != node.Started)
            Add(node.Applied, made, OrderReason.Definition, place, $"{kind}.{group}");
    }

    private void Add(OrderEvent step, OrderEvent other, OrderReason reason, Place place, string detail = "") =>
        edges.Add(new(step, other, reason, place, detail));

    /// <summary>The edges by the steps that have to wait, each in the order in which they were found.</summary>
    private ImmutableArray<ImmutableArray<OrderEdge>> ByStep()
    {
        var counts = new int[nodes.Count * 3];
        foreach (var edge in edges)
            counts[edge.Event.Index]++;
        var needs = Array.ConvertAll(counts, count => count == 0 ? [] : new OrderEdge[count]);
        for (var i = edges.Count - 1; i >= 0; i--)
            needs[edges[i].Event.Index][--counts[edges[i].Event.Index]] = edges[i];
        return [.. needs.Select(ImmutableCollectionsMarshal.AsImmutableArray)];
    }
}
