namespace FluxLint.Text.Automata;

/// <summary>What the flags of a pattern change.</summary>
[Flags]
internal enum PatternFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Small and capital letters are the same.</summary>
    IgnoreCase = 1,

    /// <summary><c>^</c> and <c>$</c> are the start and the end of lines as well.</summary>
    Lines = 2,

    /// <summary>A dot is any character.</summary>
    DotAll = 4,

    /// <summary>Fewer times are better than more, unless a <c>?</c> says otherwise.</summary>
    Lazy = 8,
}
