namespace FluxLint.Text.Automata;

/// <summary>What a <see cref="Step"/> does.</summary>
internal enum StepKind
{
    /// <summary>Goes on at two places.</summary>
    Fork,

    /// <summary>Takes one character of a set.</summary>
    Set,

    /// <summary>Goes on at the start of the text alone.</summary>
    Start,

    /// <summary>Goes on at the end of the text alone.</summary>
    End,

    /// <summary>Goes on at the start of a line alone.</summary>
    LineStart,

    /// <summary>Goes on at the end of a line alone.</summary>
    LineEnd,

    /// <summary>Goes on where a word begins or ends.</summary>
    WordEdge,

    /// <summary>Goes on where no word begins or ends.</summary>
    NoWordEdge,

    /// <summary>The expression is found.</summary>
    Match,
}
