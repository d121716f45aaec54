using FluxLint.Kubernetes;

namespace FluxLint.Fleet;

/// <summary>A kind in a version.</summary>
internal readonly record struct SchemaKey(string Group, string Version, string Kind)
{
    public static SchemaKey Of(ResourceId id) => new(id.Group, id.Version, id.Kind);
}
