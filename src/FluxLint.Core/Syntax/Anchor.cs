namespace FluxLint.Syntax;

/// <summary>The node behind an anchor; none as long as that is still being read.</summary>
internal sealed class Anchor
{
    public SizedNode? Node { get; set; }
}
