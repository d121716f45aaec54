namespace FluxLint.Schemas.Patterns;

/// <summary>What a <see cref="PatternStep"/> does.</summary>
internal enum PatternStepKind
{
    /// <summary>Goes on at two places.</summary>
    Fork,

    /// <summary>Takes one character of a set.</summary>
    Set,

    /// <summary>Goes on at the start of the text alone.</summary>
    Start,

    /// <summary>Goes on at the end of the text alone.</summary>
    End,

    /// <summary>The pattern is found.</summary>
    Match,
}
