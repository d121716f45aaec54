using FluxLint.Files;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;

namespace FluxLint.Fleet;

/// <summary>The manifests in directories named <c>bootstrap</c> that Flux does not apply: somebody does by hand, before Flux is there.</summary>
/// <param name="repository">The repository.</param>
/// <param name="graph">Its kustomizations.</param>
/// <param name="isOfFlux">Whether Flux applies what is at a path.</param>
internal sealed class BootstrapFolder(Repository repository, KustomizationGraph graph, Func<string, bool> isOfFlux)
{
    /// <summary>What the directories are called.</summary>
    public const string Name = "bootstrap";

    /// <summary>Whether a path lies below such a directory.</summary>
    public static bool Has(string path) => path.StartsWith(Name + "/", StringComparison.Ordinal) || path.Contains($"/{Name}/", StringComparison.Ordinal);

    /// <summary>Whether a file is a template whose manifests are not known.</summary>
    public static bool IsTemplate(string path) => path.EndsWith(".yaml.j2", StringComparison.Ordinal) || path.EndsWith(".yml.j2", StringComparison.Ordinal);

    /// <summary>What a file in such a directory brings, with what it includes.</summary>
    public EarlySetup Read(string file)
    {
        var isKustomization = Repository.IsKustomizationFile(file);
        var start = isKustomization ? RepositoryPath.Parent(file) : file;
        if (isOfFlux(start))
            return EarlySetup.None;
        var (setup, open, met) = (EarlySetup.None, new Stack<string>([start]), new HashSet<string>(StringComparer.Ordinal));
        while (open.TryPop(out var path))
        {
            if (!met.Add(path))
                continue;
            if (graph.Kustomization(path) is not { } kustomization)
            {
                setup = setup.With(ReadFile(path));
                continue;
            }
            setup = setup.With(Read(kustomization));
            foreach (var reference in Included(kustomization).Where(reference => reference.Kind is ReferenceKind.File or ReferenceKind.Directory))
                open.Push(reference.Path);
        }
        return setup;
    }

    private EarlySetup Read(Kustomization kustomization)
    {
        var setup = kustomization.Items("helmCharts").Any() || kustomization.Items("helmChartInflationGenerator").Any() || kustomization.Items("generators").Any()
            ? EarlySetup.Anything(kustomization.Path)
            : EarlySetup.None;
        foreach (var reference in Included(kustomization).Where(reference => reference.Kind == ReferenceKind.Remote))
            setup = setup.With(OfRemote(reference.Path));
        return setup;
    }

    private EarlySetup ReadFile(string path)
    {
        if (!Repository.IsYaml(path) || repository.Tree(path) is not { } tree)
            return EarlySetup.None;
        if (tree.IsBroken)
            return tree.Source.Text.Contains("kind:", StringComparison.Ordinal) ? EarlySetup.Anything(path) : EarlySetup.None;
        return EarlyManifests.Of(tree, path);
    }

    private static EarlySetup OfRemote(string url)
    {
        if (RemoteDefinitions.AreOfFlux(url))
            return new() { Namespaces = EarlySetup.Names(WellKnownNamespaces.FluxSystem) };
        var groups = RemoteDefinitions.GroupsOf(url);
        return new()
        {
            Groups = groups ?? EarlySetup.Names(),
            HasUnknownDefinitions = groups is null,
            HasUnknownNamespaces = !RemoteDefinitions.Are(url),
        };
    }

    private IEnumerable<Reference> Included(Kustomization kustomization) =>
        graph.References(kustomization.Directory).Where(reference => reference.Field is "resources" or "bases" or "components");
}
