namespace FluxLint.Syntax;

/// <summary>What can be wrong with a file as YAML.</summary>
public enum YamlProblemKind
{
    /// <summary>The text is not YAML.</summary>
    Syntax,

    /// <summary>A mapping has a key twice.</summary>
    DuplicateKey,

    /// <summary>The file is larger, deeper or expands further than we read.</summary>
    Limit,
}
