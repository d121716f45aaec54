using FluxLint.Files;
using FluxLint.Kustomize;

namespace FluxLint.Fleet;

/// <summary>The directories of Flux Kustomizations that nothing in the repository applies: something outside of it must.</summary>
internal sealed class UnappliedStarts(Repository repository, KustomizationGraph graph, IncludedPaths included, AppliedPaths applied)
{
    private static readonly string[] ForOthers = ["template", "example", "sample", "archive", "disabled", "deprecated", "backup", "unused", "draft", "wip", "docs", "test"];

    /// <summary>Finds them among the files that hold Flux Kustomizations.</summary>
    /// <param name="files">The files.</param>
    /// <param name="known">The starts that are certain.</param>
    public IEnumerable<string> Among(IEnumerable<string> files, IReadOnlyCollection<string> known)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in files.Where(file => !IsForOthers(file)))
        {
            foreach (var directory in included.Contains(file) ? included.RootsOf(file) : Own(file))
            {
                if (!applied.Cover(directory) && !graph.IsComponent(directory) && !known.Any(start => RepositoryPath.IsWithin(start, directory)))
                    found.Add(directory);
            }
        }
        return found.Where(directory => !found.Any(other => other != directory && RepositoryPath.IsWithin(other, directory) && graph.Kustomization(other) is null));
    }

    /// <summary>The directory of a file that Flux would take; none where a kustomization beside it leaves it out.</summary>
    private IEnumerable<string> Own(string file)
    {
        var directory = RepositoryPath.Parent(file);
        return repository.KustomizationFile(directory) is null ? [directory] : [];
    }

    private static bool IsForOthers(string file) =>
        file.Split('/').Any(part => part.StartsWith('.')) || ForOthers.Any(word => file.Contains(word, StringComparison.OrdinalIgnoreCase));
}
