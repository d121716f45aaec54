using FluxLint.Diagnostics;

namespace FluxLint.Configuration;

/// <summary>How much a finding matters, and who says so.</summary>
/// <param name="Severity">How much.</param>
/// <param name="Origin">Who says so, where no file does.</param>
/// <param name="Location">Where it is written; null when it is in no file.</param>
internal sealed record SeverityDecision(Severity Severity, SettingOrigin Origin, Location? Location = null);
