using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Kustomize.Tracing;
using FluxLint.Syntax;

namespace FluxLint.Kustomize;

/// <summary>
/// A node and where it stands: in which resource, under which keys, and how its value came to be there. Whatever is more than the
/// location is found out when somebody asks for it.
/// </summary>
public sealed class Place
{
    private readonly YamlNode node;
    private readonly bool isWhole;
    private Location? location;
    private FieldTrail? trail;

    private Place(Resource resource, YamlNode node, bool isWhole = false)
    {
        this.node = node;
        this.isWhole = isWhole;
        Resource = resource;
    }

    /// <summary>The resource.</summary>
    public Resource Resource { get; }

    /// <summary>The characters that are meant: of a value, or of the key that it stands under.</summary>
    public Location Location
    {
        get => location ??= node.Location;
        private init => location = value;
    }

    /// <summary>The way to the value; that of the resource itself when it is meant as a whole, or when the value is not part of it.</summary>
    internal FieldPath Field => isWhole ? FieldPath.Root : Trail.Path;

    /// <summary>The way to the value as people may see it: a key may have been taken from a Secret.</summary>
    internal string ShownField => isWhole ? "" : Resource.Taken.Count == 0 ? Trail.Path.ToString() : FieldPath.Of([.. Trail.Path.Steps.Select(Shown)]).ToString();

    /// <summary>The value.</summary>
    public YamlNode Value => Trail.Value;

    /// <summary>The steps that led to the value, oldest first; one at least.</summary>
    internal ImmutableArray<FieldOrigin> History => Trail.History;

    /// <summary>What the value was before it was changed, the latest first; none when it is as it was written.</summary>
    public IEnumerable<YamlNode> Earlier => History.Reverse().Skip(1).Select(origin => origin.Value);

    /// <summary>The history in words; empty for a value that was written once and never changed.</summary>
    public ImmutableArray<RelatedLocation> Provenance => History is [{ Cause: null }] ? [] : [.. History.Select(origin => origin.Describe(isShown: IsShown && !SecretContent.IsTaken(origin.Value)))];

    /// <summary>The resource and the field by their names.</summary>
    internal LogicalLocation LogicalLocation
    {
        get
        {
            var id = Resource.ShownId;
            return new(id.ApiVersion, id.Kind, id.Namespace, id.Name, ShownField);
        }
    }

    private FieldStep Shown(FieldStep step, int depth) =>
        Trail.Nodes[depth] is YamlMapping holder && holder.KeyOf(step.Name) is { } key && SecretContent.IsTaken(key) ? step with { Name = SecretContent.Stand } : step;

    private bool IsShown => (!SecretContent.IsSecret(Resource.Root) || SecretContent.IsOpen(Field)) && !Resource.Taken.Contains(Value);

    /// <summary>The way to the value.</summary>
    internal FieldTrail Trail => trail ??= Resource.TrailTo(node) ?? FieldTrail.Of(node);

    /// <summary>The same field, where some of its characters are meant.</summary>
    public Place Within(Location location) => new(Resource, node, isWhole) { Location = location, trail = trail };

    /// <summary>The place of a value or a key in a resource. A node that a later step replaced stands where its successor does.</summary>
    internal static Place Of(Resource resource, YamlNode node) => new(resource, node);

    /// <summary>The place of a resource as a whole, at a node that stands for it.</summary>
    internal static Place OfWhole(Resource resource, YamlNode node) => new(resource, node, isWhole: true);

    /// <summary>The place at the end of a trail.</summary>
    internal static Place Of(Resource resource, FieldTrail trail) => new(resource, trail.Value) { trail = trail };
}
