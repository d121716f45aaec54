namespace FluxLint.Files;

/// <summary>What a step of a compiled pattern does.</summary>
internal enum GlobStepKind
{
    /// <summary>Takes one certain character.</summary>
    Character,

    /// <summary>Takes any character but <c>/</c>.</summary>
    InPart,

    /// <summary>Takes any character.</summary>
    Any,

    /// <summary>Takes a character of a set.</summary>
    Class,

    /// <summary>Takes nothing, and goes on at two places.</summary>
    Fork,

    /// <summary>Takes nothing: the pattern is at its end.</summary>
    End,
}
