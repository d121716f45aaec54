namespace FluxLint.Syntax;

/// <summary>A node with what its expansion costs: the nodes in it and how deep they nest.</summary>
internal readonly record struct SizedNode(YamlNode Node, long Size, int Height);
