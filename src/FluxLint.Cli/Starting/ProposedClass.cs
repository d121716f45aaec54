using System.Collections.Immutable;

namespace FluxLint.Cli.Starting;

/// <summary>A class of clusters that a configuration could have.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Paths">Patterns for the directories of its clusters.</param>
internal sealed record ProposedClass(string Name, ImmutableArray<string> Paths)
{
    /// <summary>What most of its clusters include, and no others do.</summary>
    public ImmutableArray<string> Requires { get; init; } = [];

    /// <summary>How many clusters it has.</summary>
    public int Clusters { get; init; }
}
