using System.Collections.Immutable;

namespace FluxLint.Configuration;

/// <summary>What configuration says of an option of a rule.</summary>
/// <param name="Name">The name of the option.</param>
/// <param name="Values">The value that was chosen, or patterns.</param>
internal sealed record OptionSetting(string Name, ImmutableArray<string> Values);
