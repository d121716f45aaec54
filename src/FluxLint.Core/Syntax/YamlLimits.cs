namespace FluxLint.Syntax;

/// <summary>How much of a file is read before it counts as an attack or an accident.</summary>
internal static class YamlLimits
{
    /// <summary>The largest file that is read, in characters.</summary>
    public const int Characters = 32 * 1024 * 1024;

    /// <summary>The deepest nesting of collections.</summary>
    public const int Depth = 256;

    /// <summary>The most nodes that a document may have once its aliases are expanded, beyond those it spells out.</summary>
    public const int ExpandedNodes = 1_000_000;
}
