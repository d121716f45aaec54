using FluxLint.Configuration;
using FluxLint.Diagnostics;

namespace FluxLint.Semantics;

/// <summary>A setting that holds.</summary>
/// <param name="Key">Which, as <c>clusters.production.paths</c>.</param>
/// <param name="Value">What it is.</param>
/// <param name="Origin">Who decides it.</param>
/// <param name="Location">Where it is written; null when it is in no file.</param>
internal sealed record EffectiveSetting(string Key, string Value, SettingOrigin Origin, Location? Location);
