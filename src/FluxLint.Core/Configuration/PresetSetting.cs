using FluxLint.Syntax;

namespace FluxLint.Configuration;

/// <summary>The preset that is configured.</summary>
/// <param name="Preset">The preset.</param>
/// <param name="Node">The scalar that holds it.</param>
internal sealed record PresetSetting(Preset Preset, YamlScalar Node);
