using FluxLint.Diagnostics;
using FluxLint.Text.Automata;

namespace FluxLint.Configuration;

/// <summary>What a section of an <c>.editorconfig</c> says of a rule.</summary>
/// <param name="Directory">The directory of the file.</param>
/// <param name="Pattern">The files of the section, from that directory; null for all.</param>
/// <param name="Id">The id of the rule.</param>
/// <param name="Severity">The severity; null for <c>default</c>, the one that holds without any of these settings.</param>
/// <param name="Location">Where it is written.</param>
internal sealed record EditorConfigSetting(string Directory, Automaton? Pattern, string Id, Severity? Severity, Location Location)
{
    /// <summary>Whether it holds for a file below the directory.</summary>
    public bool Matches(string path) => Pattern is null || Pattern.IsMatch(Directory.Length == 0 ? path : path.AsSpan(Directory.Length + 1));
}
