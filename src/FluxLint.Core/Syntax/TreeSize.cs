namespace FluxLint.Syntax;

/// <summary>
/// Whether an object has grown beyond what is worked on. What copies a part of an object into the object itself doubles it at every step, in
/// nodes, in depth or in characters, although it costs no memory: the copies are one.
/// </summary>
internal ref struct TreeSize
{
    // The API server takes no object of more than 3 MB.
    private const int Nodes = 100_000;
    private const int Characters = 4 * 1024 * 1024;
    private const int Depth = 2 * YamlLimits.Depth;

    private int nodes;
    private long characters;

    /// <summary>Whether a node holds more nodes or characters, or nests deeper, than is worked on.</summary>
    public static bool IsOver(YamlNode root) => new TreeSize().IsOver(root, Depth);

    private bool IsOver(YamlNode node, int depth)
    {
        if (depth == 0 || ++nodes > Nodes)
            return true;
        switch (node)
        {
            case YamlScalar scalar:
                return (characters += scalar.Value.Length) > Characters;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    if (IsOver(entry.Value, depth - 1))
                        return true;
                }
                return false;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    if (IsOver(item, depth - 1))
                        return true;
                }
                return false;
            default:
                return false;
        }
    }
}
