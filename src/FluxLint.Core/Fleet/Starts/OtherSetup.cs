using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>
/// What may set up a cluster before Flux does: the files of helmfile, Talos and Terraform, scripts, and manifests that somebody applies by hand.
/// Where they do not tell what they bring, any namespace and any definition may be there.
/// </summary>
internal sealed class OtherSetup
{
    private static readonly string[] TerraformResources = ["\"helm_release\"", "\"kubernetes_", "\"kubectl_"];

    private readonly List<(string Directory, EarlySetup Setup)> setups = [];

    /// <summary>Reads the files of a repository.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="graph">Its kustomizations.</param>
    /// <param name="isOfFlux">Whether Flux applies what is at a path.</param>
    public OtherSetup(Repository repository, KustomizationGraph graph, Func<string, bool> isOfFlux)
    {
        var (helmfile, folder) = (new Helmfile(repository), new BootstrapFolder(repository, graph, isOfFlux));
        foreach (var file in repository.Files)
            Add(file, Helmfile.Is(file) ? helmfile.Read(file) : Read(repository, file));
        foreach (var file in repository.YamlFiles)
        {
            if (BootstrapFolder.Has(file) && !Helmfile.Is(file) && !TalosConfiguration.Is(file) && !BootstrapScript.Is(file))
                Add(file, folder.Read(file));
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

    private static EarlySetup Read(Repository repository, string file)
    {
        if (TalosConfiguration.Is(file))
            return TalosConfiguration.Read(repository, file);
        if (BootstrapScript.Is(file))
            return BootstrapScript.Read(repository, file);
        var mayBeAnything = BootstrapFolder.IsTemplate(file) ? BootstrapFolder.Has(file)
            : file.EndsWith(".tf", StringComparison.Ordinal) && BringsObjects(repository.Text(file)?.Text ?? "");
        return mayBeAnything ? EarlySetup.Anything(file) : EarlySetup.None;
    }

    private void Add(string file, EarlySetup setup)
    {
        if (!setup.IsEmpty)
            setups.Add((RepositoryPath.Parent(file), setup));
    }

    private static bool BringsObjects(string text) => TerraformResources.Any(resource => text.Contains(resource, StringComparison.Ordinal));
}
