using System.Collections.Concurrent;
using System.Collections.Immutable;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>
/// Makes the objects of ResourceSets whose inputs are static, as flux-operator does (<c>internal/builder/resourceset.go</c>).
/// One that depends on something else makes none, and says why.
/// </summary>
internal sealed class ResourceSetExpander
{
    private const int MaximumObjects = 10_000;

    private readonly ConcurrentDictionary<YamlMapping, Lazy<FluxOutput>> outputs = new(ReferenceEqualityComparer.Instance);

    /// <summary>Makes the objects of a set; <see cref="FluxOutput.Problems"/> tell why there are none.</summary>
    /// <param name="set">The set.</param>
    /// <param name="find">Finds an object of the cluster.</param>
    public FluxOutput Expand(ResourceSet set, Func<ObjectKey, Resource?> find)
    {
        var (inputs, problem) = ResourceSetInputs.Of(set, find);
        if (problem is not null)
            return Failed(problem);
        // Inputs of providers differ from cluster to cluster; those of the set itself are in it.
        return set.InputsFrom.Any()
            ? Expand(set, inputs)
            : outputs.GetOrAdd(set.Resource.Root, _ => new(() => Expand(set, inputs))).Value;
    }

    private static FluxOutput Expand(ResourceSet set, ImmutableArray<YamlMapping>? inputs)
    {
        var made = new List<Resource>();
        var writer = new ResourceSetWriter();
        try
        {
            foreach (var step in set.Steps)
            {
                foreach (var resource in writer.Write(step, inputs))
                {
                    made.Add(Labelled(set, resource));
                    if (made.Count > MaximumObjects)
                        return Failed(ResourceSetInputs.Problem(set, (set.Spec.KeyOf("resources") ?? set.Resource.Root).Location, $"it makes more than {MaximumObjects:N0} objects") with { Kind = BuildProblemKind.Limit });
                }
            }
        }
        catch (UnwritableException unwritable)
        {
            return Failed(unwritable.Kind == BuildProblemKind.MissingInput
                ? new(unwritable.Kind, unwritable.Location, $"ResourceSet '{set.Resource.Id.Name}' makes nothing: {unwritable.Message}") { Help = unwritable.Meant?.Question }
                : ResourceSetInputs.Problem(set, unwritable.Location, unwritable.Message) with { Kind = unwritable.Kind });
        }
        return new(null, [.. made]);
    }

    private static FluxOutput Failed(BuildProblem problem) => new(null, []) { Problems = [problem] };

    private static Resource Labelled(ResourceSet set, Resource resource)
    {
        var root = resource.Root;
        foreach (var field in (ReadOnlySpan<string>)["labels", "annotations"])
        {
            if (set.CommonMetadata?.Mapping(field) is not { } common || root.Mapping("metadata") is not { } metadata)
                continue;
            var pairs = metadata.Mapping(field) ?? common.WithEntries([]);
            foreach (var pair in common.Entries)
                pairs = pairs.With(pair.Name ?? "", pair.Value, pair.Key);
            root = root.With("metadata", metadata.With(field, pairs));
        }
        return ReferenceEquals(root, resource.Root) ? resource : Resource.Of(root);
    }
}
