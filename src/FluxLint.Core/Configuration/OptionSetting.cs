using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Configuration;

/// <summary>What configuration says of an option of a rule.</summary>
/// <param name="Name">The name of the option.</param>
/// <param name="Values">The value that was chosen, or patterns.</param>
/// <param name="Node">What is written.</param>
internal sealed record OptionSetting(string Name, ImmutableArray<string> Values, YamlNode Node);
