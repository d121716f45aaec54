using FluxLint.Text;

namespace FluxLint.Syntax;

/// <summary>The anchors of one document, and how far its aliases have expanded. A name may be defined again: the last one counts.</summary>
internal sealed class AnchorScope
{
    private readonly Dictionary<string, Anchor> anchors = [];
    private long expandedNodes;

    public Anchor Open(string name) => anchors[name] = new();

    /// <summary>The node behind a name; null, with what is wrong about an alias to it, when there is none.</summary>
    public SizedNode? Find(string name, out string fault)
    {
        fault = anchors.TryGetValue(name, out var anchor) ? "stands inside the node that it names" : "names an anchor that is not defined before it";
        return anchor?.Node;
    }

    /// <exception cref="LimitException">An alias to the node would expand too far.</exception>
    public void Expand(SizedNode target, int depth, TextSpan alias)
    {
        expandedNodes += target.Size;
        if (expandedNodes > YamlLimits.ExpandedNodes)
            throw new LimitException(alias, $"aliases expand to more than {YamlLimits.ExpandedNodes:N0} nodes");
        if (depth + target.Height > YamlLimits.Depth)
            throw new LimitException(alias, $"aliases nest collections more than {YamlLimits.Depth} deep");
    }
}
