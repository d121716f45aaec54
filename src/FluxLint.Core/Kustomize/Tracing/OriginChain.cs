using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Tracing;

/// <summary>
/// Follows a field back to where it was first written. A step that put a whole mapping or list in place marks that, and not
/// what is in it, so that the history of a field lies in the nodes above it as well.
/// </summary>
internal sealed class OriginChain
{
    private readonly List<YamlNode> nodes;
    private readonly IReadOnlyList<FieldStep> steps;
    private readonly List<FieldOrigin> origins = [];

    private OriginChain(IEnumerable<YamlNode> nodes, IReadOnlyList<FieldStep> steps)
    {
        this.nodes = [.. nodes];
        this.steps = steps;
    }

    /// <summary>The history of the last node, oldest step first.</summary>
    /// <param name="nodes">The nodes from the root to the field.</param>
    /// <param name="steps">The steps between them.</param>
    public static ImmutableArray<FieldOrigin> Of(IReadOnlyList<YamlNode> nodes, IReadOnlyList<FieldStep> steps)
    {
        var chain = new OriginChain(nodes, steps);
        while (chain.Back())
        {
        }
        chain.origins.Reverse();
        return [.. chain.origins];
    }

    /// <summary>Takes note of the latest step and goes back behind it; false at the beginning.</summary>
    private bool Back()
    {
        if (nodes.FindIndex(IsCarried) is >= 0 and var carried && nodes[carried].Derivation is { } carrying && Before(carried, carrying) is { } source && IsSame(source[^1], nodes[^1]))
            return Note(carrying, carried, source);

        if (nodes[^1].Derivation is { } own)
            return Note(own, nodes.Count - 1, own.Replaced is { } replaced ? [replaced] : null);

        var above = nodes.FindLastIndex(node => node.Derivation is not null);
        if (above < 0 || nodes[above].Derivation is not { } derivation)
        {
            origins.Add(new(ProvenanceStep.Written, nodes[^1], null));
            return false;
        }
        var before = Before(above, derivation);
        if (before is null || !IsSame(before[^1], nodes[^1]))
            return Note(derivation, above, before);
        // The step put something around the field and left the field as it was.
        GoBack(above, before);
        return true;
    }

    private bool Note(Derivation derivation, int from, List<YamlNode>? before)
    {
        origins.Add(new(derivation.Step, nodes[^1], derivation.Cause));
        if (before is null)
            return false;
        GoBack(from, before);
        return true;
    }

    private void GoBack(int from, List<YamlNode> before)
    {
        nodes.RemoveRange(from, nodes.Count - from);
        nodes.AddRange(before);
    }

    /// <summary>What stood in the place of a node, and below it on the way to the field; null when the field was not there.</summary>
    private List<YamlNode>? Before(int from, Derivation derivation)
    {
        if (derivation.Replaced is not { } node)
            return null;
        var before = new List<YamlNode> { node };
        for (var i = from; i < steps.Count; i++)
        {
            if (Counterpart(before[^1], nodes[i], steps[i], nodes[i + 1]) is not { } below)
                return null;
            before.Add(below);
        }
        return before;
    }

    /// <summary>The earlier form of a child: under the same key, or in the same place of a list unless its name says that it is another item.</summary>
    private static YamlNode? Counterpart(YamlNode before, YamlNode after, FieldStep step, YamlNode child)
    {
        if (before is YamlSequence { Items: var items } && after is YamlSequence && child is YamlMapping item && item.Text("name") is { } name)
            return items.FirstOrDefault(candidate => candidate is YamlMapping mapping && mapping.Text("name") == name);
        return FieldPath.Follow(before, step);
    }

    /// <summary>Whether a step took the node as it was from elsewhere.</summary>
    private static bool IsCarried(YamlNode node) =>
        node.Derivation?.Replaced is { } source && source.GetType() == node.GetType() && source.Source == node.Source && source.Span == node.Span && source is not YamlScalar;

    private static bool IsSame(YamlNode left, YamlNode right) =>
        ReferenceEquals(left, right) || (left.Source == right.Source && left.Span == right.Span && left.GetType() == right.GetType() && ReferenceEquals(left.Derivation, right.Derivation));
}
