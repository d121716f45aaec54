namespace FluxLint.Analysis;

/// <summary>What the findings of a rule on a thing depend on besides the thing.</summary>
[Flags]
internal enum Dependence
{
    /// <summary>Nothing: they hold as long as the thing is the same.</summary>
    None = 0,

    /// <summary>The clusters that the thing reaches.</summary>
    Clusters = 1,

    /// <summary>The configured schemas.</summary>
    Schemas = 2,

    /// <summary>Anything in the repository.</summary>
    Repository = 4,
}
