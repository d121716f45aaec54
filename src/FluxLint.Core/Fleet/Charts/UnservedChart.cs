namespace FluxLint.Fleet;

/// <summary>A chart that its repository is known not to have.</summary>
/// <param name="Nearest">The chart of the repository that is probably meant; null when none is near.</param>
/// <param name="ServedBy">The URL of the repository that has the chart; null when none is known.</param>
public sealed record UnservedChart(string? Nearest, string? ServedBy);
