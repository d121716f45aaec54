namespace FluxLint.Diagnostics;

/// <summary>Why a finding is not shown.</summary>
/// <param name="Kind">Who says so.</param>
/// <param name="Reason">Why it is right; empty when nobody gave a reason.</param>
internal sealed record Suppression(SuppressionKind Kind, string Reason);
