using System.Collections.Immutable;
using System.Globalization;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Tracing;

/// <summary>The nodes that one passes on the way from the root of an object to a field.</summary>
/// <param name="Nodes">The nodes, the root first and the field last.</param>
/// <param name="Path">The steps between them.</param>
internal sealed record FieldTrail(ImmutableArray<YamlNode> Nodes, FieldPath Path)
{
    /// <summary>The field.</summary>
    public YamlNode Value => Nodes[^1];

    /// <summary>The steps that led to the value, oldest first.</summary>
    public ImmutableArray<FieldOrigin> History => OriginChain.Of(Nodes, Path.Steps);

    /// <summary>The trail of a node that nothing is known to be around.</summary>
    public static FieldTrail Of(YamlNode root) => new([root], FieldPath.Root);

    /// <summary>The trail along a path; null when it leads nowhere.</summary>
    public static FieldTrail? Along(YamlNode root, FieldPath path)
    {
        var trail = Of(root);
        foreach (var step in path.Steps)
        {
            if (FieldPath.Follow(trail.Value, step) is not { } below)
                return null;
            trail = trail.Add(step with { IsIndex = trail.Value is YamlSequence }, below);
        }
        return trail;
    }

    /// <summary>The trails of the scalars and empty collections below, in document order.</summary>
    public IEnumerable<FieldTrail> Leaves()
    {
        var below = Steps(Value).Select(child => Add(child.Step, child.Value)).ToList();
        return below.Count == 0 ? [this] : below.SelectMany(trail => trail.Leaves());
    }

    /// <summary>The fields of a mapping or the items of a list. Of duplicate keys the first counts.</summary>
    private static IEnumerable<(FieldStep Step, YamlNode Value)> Steps(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.Entries
            .Where(entry => entry.Name is { } name && ReferenceEquals(mapping[name], entry.Value))
            .Select(entry => (new FieldStep(entry.Name ?? ""), entry.Value)),
        YamlSequence sequence => sequence.Items.Select((item, index) => (new FieldStep(index.ToString(CultureInfo.InvariantCulture), IsIndex: true), item)),
        _ => [],
    };

    private FieldTrail Add(FieldStep step, YamlNode node) => new(Nodes.Add(node), Path.Add(step));
}
