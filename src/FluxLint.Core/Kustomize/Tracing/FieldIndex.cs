using System.Globalization;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Tracing;

/// <summary>What <see cref="FieldSearch"/> finds in an object, for one that is searched often: each node of it, and where it stands first.</summary>
internal sealed class FieldIndex
{
    private readonly Dictionary<YamlNode, Spot> present = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<YamlNode, Spot> replaced = new(ReferenceEqualityComparer.Instance);

    public FieldIndex(YamlNode root)
    {
        Note(root, new(null, null, null));
        Visit(root);
    }

    /// <summary>The trail of the first field that is a node or has it as its key, or else has replaced it since; null when the object has none.</summary>
    public FieldTrail? Find(YamlNode sought)
    {
        if (!present.TryGetValue(sought, out var spot) && !replaced.TryGetValue(sought, out spot))
            return null;
        var (nodes, steps) = (new Stack<YamlNode>(), new Stack<FieldStep>());
        nodes.Push(spot.Value ?? sought);
        for (; spot is { Holder: { } holder, Step: { } step }; spot = present[holder])
        {
            nodes.Push(holder);
            steps.Push(step);
        }
        return new([.. nodes], FieldPath.Of([.. steps]));
    }

    private void Visit(YamlNode node)
    {
        if (node is YamlMapping mapping)
        {
            foreach (var (key, value) in mapping.Entries)
            {
                if (key is not YamlScalar { Value: var name })
                    continue;
                var step = new FieldStep(name);
                Note(key, new(node, step, value));
                Visit(value, new(node, step, null));
            }
        }
        else if (node is YamlSequence sequence)
        {
            for (var i = 0; i < sequence.Items.Length; i++)
                Visit(sequence.Items[i], new(node, new(i.ToString(CultureInfo.InvariantCulture), IsIndex: true), null));
        }
    }

    private void Visit(YamlNode node, Spot spot)
    {
        if (Note(node, spot))
            Visit(node);
    }

    /// <summary>Takes note of a node, unless it stood somewhere before.</summary>
    private bool Note(YamlNode node, Spot spot)
    {
        if (!present.TryAdd(node, spot))
            return false;
        for (var earlier = node.Derivation?.Replaced; earlier is not null && replaced.TryAdd(earlier, spot);)
            earlier = earlier.Derivation?.Replaced;
        return true;
    }

    /// <summary>Where a node stands.</summary>
    /// <param name="Holder">The mapping or list around it; null for the root.</param>
    /// <param name="Step">The way to it from there.</param>
    /// <param name="Value">The value, where the node is its key.</param>
    private sealed record Spot(YamlNode? Holder, FieldStep? Step, YamlNode? Value);
}
