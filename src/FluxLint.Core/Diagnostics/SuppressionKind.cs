namespace FluxLint.Diagnostics;

/// <summary>Who says that a finding is not shown.</summary>
internal enum SuppressionKind
{
    /// <summary>A comment or an annotation beside what was found.</summary>
    InSource,

    /// <summary>An entry of the configuration.</summary>
    Configuration,

    /// <summary>The baseline, which holds what was found before.</summary>
    Baseline,
}
