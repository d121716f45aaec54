using System.Collections.Immutable;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;

namespace FluxLint.Flux;

/// <summary>What the objects of one build bring and need, found once for all clusters that share the build.</summary>
internal sealed class OutputSummary
{
    public static readonly OutputSummary None = new([]);

    public OutputSummary(ImmutableArray<Resource> resources)
    {
        var objects = ImmutableArray.CreateBuilder<FluxObject>();
        var brought = new HashSet<string>(StringComparer.Ordinal);
        var namespaces = new Dictionary<string, Resource>(StringComparer.Ordinal);
        var kinds = new Dictionary<GroupKind, Resource>();
        foreach (var resource in resources)
        {
            if (ApplyPolicies.Of(resource) == ApplyPolicy.Ignore)
                continue;
            var id = resource.Id;
            var flux = FluxObject.Of(resource);
            TakesTime |= flux is null ? IsSlow(id) : flux is FluxKustomization or HelmRelease or ResourceSet;
            if (flux is not null)
                objects.Add(flux);
            else if (!KubernetesGroups.Contains(id.Group) && !id.Group.Contains("fluxcd.", StringComparison.Ordinal) && !(id.Group + id.Kind).HasVariable())
                kinds.TryAdd(new(id.Group, id.Kind), resource);
            if (id is { Group: "", Kind: "Namespace" })
                brought.Add(id.Name);
            // Whether another custom kind has namespaces is for its CRD to say.
            else if (id.Namespace.Length > 0 && !id.Namespace.HasVariable() && (flux is not null || (KubernetesGroups.Contains(id.Group) && !id.IsClusterScoped)))
                namespaces.TryAdd(id.Namespace, resource);
        }
        Objects = objects.ToImmutable();
        Namespaces = [.. brought];
        NeededKinds = [.. kinds.Keys.Select(kind => new NeededKind(kind, kinds[kind]))];
        NeededNamespaces = [.. namespaces.Keys.Where(name => !brought.Contains(name) && !WellKnownNamespaces.Contains(name)).Select(name => new NeededNamespace(name, namespaces[name]))];
    }

    /// <summary>The Flux objects.</summary>
    public ImmutableArray<FluxObject> Objects { get; }

    /// <summary>The namespaces that it makes.</summary>
    public ImmutableArray<string> Namespaces { get; }

    /// <summary>The namespaces that others must make, each with the first object in it.</summary>
    public ImmutableArray<NeededNamespace> NeededNamespaces { get; }

    /// <summary>The custom kinds, those of Flux aside, each with its first object.</summary>
    public ImmutableArray<NeededKind> NeededKinds { get; }

    /// <summary>Whether something in it is certain to be ready only some time after it is applied. Sources are not meant: who uses one waits for it in any case.</summary>
    public bool TakesTime { get; }

    /// <summary>
    /// Whether objects of a kind take time until they are there: workloads and volumes, as kstatus tells. Most custom resources
    /// are settings of a controller.
    /// </summary>
    private static bool IsSlow(ResourceId id) =>
        id is { Group: "apps" or "batch" } or { Group: "", Kind: "Pod" or "PersistentVolumeClaim" or "ReplicationController" };
}
