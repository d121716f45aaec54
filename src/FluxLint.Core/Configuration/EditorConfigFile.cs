using System.Collections.Immutable;

namespace FluxLint.Configuration;

/// <summary>What an <c>.editorconfig</c> says of rules.</summary>
/// <param name="Directory">Where it lies.</param>
/// <param name="IsRoot">Whether those of the directories above do not count below it.</param>
/// <param name="Settings">The severities in order; of those that match a file, the last counts.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record EditorConfigFile(string Directory, bool IsRoot, ImmutableArray<EditorConfigSetting> Settings, ImmutableArray<ConfigurationProblem> Problems);
