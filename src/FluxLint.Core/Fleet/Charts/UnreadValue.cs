using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>A value that a chart does not read.</summary>
/// <param name="Path">Its keys, with dots between them.</param>
/// <param name="Owner">The mapping that it is in.</param>
/// <param name="Key">Its key.</param>
/// <param name="Nearest">The key of the chart's own values that is probably meant; null when none is near.</param>
public sealed record UnreadValue(string Path, YamlMapping Owner, YamlScalar Key, string? Nearest);
