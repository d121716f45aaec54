using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.Cli.Terminal;
using FluxLint.Files;
using FluxLint.Fleet;

namespace FluxLint.Cli;

/// <summary>Builds the clusters of a repository for commands that show them.</summary>
internal sealed class FleetFinder(Session session, ImmutableArray<RulePack> packs)
{
    /// <summary>The clusters; null when there are none, or they cannot be read. What is wrong with the configuration is told beside the output.</summary>
    public ClusterSet? Load(RepositoryRoot root, string? configuration, out string problem, CancellationToken cancellation)
    {
        if (ConfigurationFile.Find(session, root, configuration, out problem) is not { } path)
            return null;
        try
        {
            var loader = FleetLoader.Open(new DiskFileSystem(root.Directory), new() { Packs = packs, ConfigurationPath = path }, cancellation);
            foreach (var wrong in loader.Problems)
                session.Error.WriteLine($"note: {SafeText.Of($"{wrong.Location}: {wrong.Message}")}");
            var fleet = loader.LoadClusters();
            if (!fleet.Clusters.IsEmpty)
                return fleet;
            problem = $"there are no clusters in '{root.Directory}'";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            problem = $"'{root.Directory}' cannot be read: {unreadable.Message}";
        }
        return null;
    }
}
