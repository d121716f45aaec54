namespace FluxLint.Syntax;

/// <summary>The node properties of YAML 1.2, section 6.9: what stands before a node's content.</summary>
/// <param name="Anchor">The anchor without <c>&amp;</c>, or null.</param>
/// <param name="Tag">The tag as resolved by the parser, such as <c>tag:yaml.org,2002:str</c>, or null.</param>
internal sealed record YamlProperties(string? Anchor, string? Tag);
