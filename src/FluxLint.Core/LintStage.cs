namespace FluxLint;

/// <summary>What a lint is doing, in the order of the work.</summary>
internal enum LintStage
{
    /// <summary>Files are read and parsed.</summary>
    Reading,

    /// <summary>Kustomizations and clusters are built.</summary>
    Building,

    /// <summary>Rules look at what was built.</summary>
    Checking,
}
