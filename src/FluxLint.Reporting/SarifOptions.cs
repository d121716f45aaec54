using System.Collections.Immutable;

namespace FluxLint.Reporting;

/// <summary>What a SARIF log says beyond the findings.</summary>
public sealed record SarifOptions
{
    /// <summary>Keeps this analysis apart from others of the same commit in GitHub code scanning; null when there is only one.</summary>
    public string? Category { get; init; }

    /// <summary>Whom the log is for.</summary>
    public SarifProfile Profile { get; init; }

    /// <summary>What did not run that was configured to: sentences without a full stop.</summary>
    internal ImmutableArray<string> LeftOut { get; init; } = [];

    /// <summary>The most bytes that a log for GitHub may have when it is compressed.</summary>
    internal int MaximumCompressedBytes { get; init; } = SarifReporter.MaximumCompressedBytes;
}
