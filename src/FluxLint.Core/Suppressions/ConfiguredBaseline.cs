using System.Collections.Immutable;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Suppressions;

/// <summary>The baseline of a repository, as far as it can be read.</summary>
/// <param name="Baseline">The baseline; null when there is none.</param>
/// <param name="Problems">Why not.</param>
internal sealed record ConfiguredBaseline(Baseline? Baseline, ImmutableArray<ConfigurationProblem> Problems)
{
    private static readonly ConfiguredBaseline None = new(null, []);

    /// <summary>Reads the baseline.</summary>
    /// <param name="repository">The files.</param>
    /// <param name="configured">Where the configuration names it; null when it does not.</param>
    /// <param name="path">Where the caller says that it is; null or empty when it does not.</param>
    public static ConfiguredBaseline Read(Repository repository, YamlScalar? configured, string? path)
    {
        path = configured?.Value ?? path;
        if (string.IsNullOrEmpty(path))
            return None;
        if (repository.Text(path) is not { } text)
            return Failed($"the baseline '{path}' does not exist{(Suggestion.Of(repository.NearestPath(path)) is { } nearest ? $"; {nearest.Statement}" : "")}");
        return Suppressions.Baseline.Read(text, out var problem) is { } baseline ? new(baseline, []) : Failed($"the baseline cannot be used: {problem}");

        ConfiguredBaseline Failed(string message) => new(null, [new(configured?.Location ?? Location.OfPath(path), message)]);
    }
}
