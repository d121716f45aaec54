namespace FluxLint.Suppressions;

/// <summary>What a directive in a comment speaks of.</summary>
internal enum DirectiveKind
{
    /// <summary>Its own line.</summary>
    Line,

    /// <summary>The next line with something other than a comment on it.</summary>
    NextLine,

    /// <summary>Everything behind it, up to a directive that enables the rule again.</summary>
    Region,

    /// <summary>The whole file.</summary>
    File,

    /// <summary>Ends regions.</summary>
    Enable,
}
