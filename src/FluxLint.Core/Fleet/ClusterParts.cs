using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FluxLint.Kustomize;
using FluxLint.Schemas;

namespace FluxLint.Fleet;

/// <summary>Parts that clusters have alike: what is made of the same objects is made once. Safe on many threads.</summary>
/// <param name="reader">Reads definitions.</param>
internal sealed class ClusterParts(DefinitionReader reader)
{
    private readonly ConcurrentDictionary<SameObjects, ClusterDefinitions> definitions = new();
    private readonly ConcurrentDictionary<SameObjects, ControllerArguments> arguments = new();

    /// <summary>The custom resource definitions among the objects of a cluster.</summary>
    public ClusterDefinitions Definitions(Cluster cluster) =>
        definitions.GetOrAdd(new([.. cluster.OwnResources.Where(resource => resource.Id.Kind == "CustomResourceDefinition")]), static (key, reader) => new(key.Objects, reader), reader);

    /// <summary>What the controllers of a cluster are started with.</summary>
    public ControllerArguments Arguments(Cluster cluster) => cluster.Instances.Any()
        ? new(Deployments(cluster), cluster.Instances)
        : arguments.GetOrAdd(new([.. Deployments(cluster)]), static key => new(key.Objects, []));

    private static IEnumerable<Resource> Deployments(Cluster cluster) => cluster.Resources.Where(resource => resource.Id is { Group: "apps", Kind: "Deployment" });

    /// <summary>Objects in their order, compared as instances.</summary>
    private sealed class SameObjects(ImmutableArray<Resource> objects) : IEquatable<SameObjects>
    {
        public ImmutableArray<Resource> Objects => objects;

        public bool Equals(SameObjects? other) => other is not null && objects.AsSpan().SequenceEqual(other.Objects.AsSpan(), ReferenceEqualityComparer.Instance);

        public override bool Equals(object? other) => Equals(other as SameObjects);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var resource in objects)
                hash.Add(RuntimeHelpers.GetHashCode(resource));
            return hash.ToHashCode();
        }
    }
}
