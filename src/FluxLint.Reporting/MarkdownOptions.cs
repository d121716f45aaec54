namespace FluxLint.Reporting;

/// <summary>How long a Markdown report may be.</summary>
public sealed record MarkdownOptions
{
    /// <summary>GitHub refuses the summary of a step that is longer.</summary>
    public const int StepSummaryBytes = 1 << 20;

    /// <summary>The most bytes to write. Findings and clusters that do not fit are counted instead.</summary>
    public int MaximumBytes { get; init; } = StepSummaryBytes;

    /// <summary>The most findings to show, the most severe first.</summary>
    public int MaximumFindings { get; init; } = 50;
}
