namespace FluxLint.Configuration;

/// <summary>A starting point for the severities of all rules.</summary>
internal enum Preset
{
    /// <summary>Every rule at its own default.</summary>
    Recommended,

    /// <summary>As recommended, with infos as warnings and warnings as errors.</summary>
    Strict,

    /// <summary>As strict, with the rules that are off by default as warnings.</summary>
    All,
}
