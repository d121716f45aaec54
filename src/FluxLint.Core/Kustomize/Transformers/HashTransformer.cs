using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>Adds a hash of their content to the names of the resources that ask for it.</summary>
internal static class HashTransformer
{
    public static IReadOnlyList<Resource> Apply(IReadOnlyList<Resource> resources) =>
        resources.Any(resource => resource.NeedsHash) ? [.. resources.Select(Rename)] : resources;

    /// <summary>Adds the hash to the name of a resource that asks for it.</summary>
    public static Resource Rename(Resource resource)
    {
        if (!resource.NeedsHash || resource.Root.Mapping("metadata") is not { } metadata || metadata.Scalar("name") is not { } name)
            return resource;
        var hashed = YamlScalar.Create($"{name.Value}-{ContentHash.Of(resource.Root)}", name.Location)
            .WithDerivation(new(ProvenanceStep.ContentHash, name.Location, name));
        return resource.RememberId().With(resource.Root.With("metadata", metadata.With("name", hashed)));
    }
}
