using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Policies;

/// <summary>A value in an object.</summary>
/// <param name="Node">The value.</param>
/// <param name="Key">The key that it stands under; null for an item of a list, and for the object itself.</param>
internal sealed record FieldNode(YamlNode Node, YamlNode? Key)
{
    /// <summary>Where to point at it: a text at itself; what holds others at its key or its name.</summary>
    public Place In(Resource resource) => Node switch
    {
        _ when ReferenceEquals(Node, resource.Root) || ReferenceEquals(Node, resource.Root["metadata"]) => resource.Place,
        YamlScalar { IsNull: false } => resource.PlaceOf(Node),
        _ when Key is not null => resource.PlaceOf(Key),
        YamlMapping { Entries: [var first, ..] } item => resource.PlaceOf(item.Scalar("name") ?? first.Key),
        _ => resource.PlaceOf(Node),
    };
}
