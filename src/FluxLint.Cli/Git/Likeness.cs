namespace FluxLint.Cli.Git;

/// <summary>How something compares with what a revision has.</summary>
internal enum Likeness
{
    /// <summary>It is the same.</summary>
    Same,

    /// <summary>It is a file with another content, or is not there.</summary>
    Differs,

    /// <summary>It is something else than a file, or was.</summary>
    IsOtherKind,

    /// <summary>It is a repository of its own.</summary>
    IsElsewhere,
}
