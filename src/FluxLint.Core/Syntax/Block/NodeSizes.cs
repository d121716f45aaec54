namespace FluxLint.Syntax;

/// <summary>What the expansion of nodes with an anchor costs. Each is counted once, however often it is named.</summary>
internal sealed class NodeSizes
{
    private readonly Dictionary<YamlNode, SizedNode> known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Counts a node that has an anchor.</summary>
    public SizedNode Add(YamlNode node) => known[node] = Of(node);

    private SizedNode Of(YamlNode node)
    {
        if (known.TryGetValue(node is YamlAlias { Target: { } target } ? target : node, out var counted))
            return counted;
        var sized = new SizedNode(node, 1, 1);
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                    sized = With(With(sized, entry.Key), entry.Value);
                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                    sized = With(sized, item);
                break;
        }
        return sized;
    }

    private SizedNode With(SizedNode parent, YamlNode child)
    {
        var (_, size, height) = Of(child);
        return parent with { Size = parent.Size + size, Height = Math.Max(parent.Height, height + 1) };
    }
}
