using FluxLint.Syntax;

namespace FluxLint.Configuration;

/// <summary>The version of a product that the fleet runs.</summary>
/// <param name="Version">Major, minor and patch; the patch is 0 where none is written.</param>
/// <param name="Node">The scalar that holds it.</param>
public sealed record VersionSetting(Version Version, YamlScalar Node);
