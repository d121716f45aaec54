using FluxLint.Files;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>
/// The files of tools that may set up a cluster before Flux does: helmfile, Talos and Terraform. Where they do not tell what they bring, any
/// namespace and any definition may be there.
/// </summary>
internal sealed class OtherSetup
{
    private static readonly string[] TerraformResources = ["\"helm_release\"", "\"kubernetes_", "\"kubectl_"];

    private readonly List<(string Directory, EarlySetup Setup)> setups = [];

    /// <summary>Reads the files of a repository.</summary>
    public OtherSetup(Repository repository)
    {
        foreach (var file in repository.Files)
        {
            var setup = Helmfile.Is(file) ? Helmfile.Read(repository, file)
                : TalosConfiguration.Is(file) ? TalosConfiguration.Read(repository, file)
                : file.EndsWith(".tf", StringComparison.Ordinal) && BringsObjects(repository.Text(file)?.Text ?? "") ? EarlySetup.Anything(file)
                : EarlySetup.None;
            if (!setup.IsEmpty)
                setups.Add((RepositoryPath.Parent(file), setup));
        }
    }

    /// <summary>What may be set up on each cluster: a file in the directory of one is of that one, and any other may be of each.</summary>
    /// <param name="directories">Where the clusters start.</param>
    public Func<string, EarlySetup> Among(IReadOnlyCollection<string> directories)
    {
        if (setups.Count == 0)
            return static _ => EarlySetup.None;
        var owned = setups.ToLookup(setup => directories.Where(directory => RepositoryPath.IsWithin(directory, setup.Directory)).MaxBy(directory => directory.Length), setup => setup.Setup);
        var shared = owned[null].Aggregate(EarlySetup.None, (all, setup) => all.With(setup));
        return directory => owned[directory].Aggregate(shared, (all, setup) => all.With(setup));
    }

    /// <summary>The inline values of the releases of a helmfile.</summary>
    public static IEnumerable<YamlMapping> ValuesIn(string file, YamlMapping root) =>
        Helmfile.Is(file)
            ? (root.Sequence("releases")?.Items ?? []).OfType<YamlMapping>().SelectMany(release => release.Sequence("values")?.Items ?? []).OfType<YamlMapping>()
            : [];

    private static bool BringsObjects(string text) => TerraformResources.Any(resource => text.Contains(resource, StringComparison.Ordinal));
}
