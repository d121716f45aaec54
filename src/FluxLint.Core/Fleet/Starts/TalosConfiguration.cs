using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>What the machine configuration of Talos has applied before anything else: manifests within it, and such as it fetches.</summary>
internal static class TalosConfiguration
{
    private const string Inline = "inlineManifests";
    private const string Extra = "extraManifests";

    /// <summary>Whether a file is one of Talos, by its name or place.</summary>
    public static bool Is(string path) =>
        Repository.IsYaml(path)
        && (path.StartsWith("talos/", StringComparison.Ordinal) || path.Contains("/talos/", StringComparison.Ordinal) || RepositoryPath.FileName(path).StartsWith("talconfig", StringComparison.Ordinal));

    /// <summary>What a file has applied.</summary>
    public static EarlySetup Read(Repository repository, string path)
    {
        if (repository.Tree(path) is not { } tree || Mentions(tree.Source.Text) is not (> 0 and var mentions))
            return EarlySetup.None;
        if (tree.IsBroken)
            return EarlySetup.Anything(path);
        var (setup, read) = (EarlySetup.None, 0);
        foreach (var cluster in tree.Documents.Select(document => (document.Expanded as YamlMapping)?.Mapping("cluster")).OfType<YamlMapping>())
        {
            read += (cluster.Contains(Inline) ? 1 : 0) + (cluster.Contains(Extra) ? 1 : 0);
            foreach (var contents in Items(cluster, Inline))
                setup = setup.With(Manifests((contents as YamlMapping)?.Scalar("contents"), path));
            foreach (var url in Items(cluster, Extra))
                setup = setup.With(url is YamlScalar { Value: var address } && RemoteDefinitions.Are(address) ? new() { HasUnknownDefinitions = true } : EarlySetup.Anything(path));
        }
        // A patch that is written as text, for one, is not read.
        return read == mentions ? setup : EarlySetup.Anything(path);
    }

    /// <summary>The objects that a machine configuration has applied, where they are of the operator of Flux.</summary>
    public static IEnumerable<Resource> InlineManifestsOf(YamlMapping root) =>
        from manifest in (root.At("cluster", Inline) as YamlSequence)?.Items.OfType<YamlMapping>() ?? []
        let contents = manifest.Scalar("contents")
        where contents is not null && contents.Value.Contains(FluxGroups.Operator, StringComparison.Ordinal)
        from resource in Resources(YamlTree.ParseEmbedded(contents))
        select resource;

    private static EarlySetup Manifests(YamlScalar? contents, string path)
    {
        if (contents is null || YamlTree.ParseEmbedded(contents) is not { IsBroken: false } tree)
            return EarlySetup.Anything(path);
        var setup = EarlySetup.None;
        foreach (var resource in Resources(tree))
        {
            setup = setup.With(resource.Id switch
            {
                { Kind: "Namespace", Group: "" } => new() { Namespaces = EarlySetup.Names(resource.Id.Name) },
                { Kind: "CustomResourceDefinition", Group: KubernetesGroups.ApiExtensions } => new() { Groups = EarlySetup.Names(resource.Root.Mapping("spec")?.Text("group") ?? "") },
                // What runs once installs, and so do the controllers of other tools.
                { Kind: "Job" or "CronJob" or "List" } => EarlySetup.Anything(path),
                { Group: var group } when KubernetesGroups.Contains(group) || FluxGroups.Contains(group) => EarlySetup.None,
                _ => EarlySetup.Anything(path),
            });
        }
        return setup;
    }

    private static IEnumerable<Resource> Resources(YamlTree tree) => tree.Documents.Select(document => document.Expanded).OfType<YamlMapping>().Select(Resource.Of);

    private static int Mentions(string text) => Count(text, Inline) + Count(text, Extra);

    private static int Count(string text, string key) => text.Split(key + ":").Length - 1;

    private static IEnumerable<YamlNode> Items(YamlMapping mapping, string name) => mapping.Sequence(name)?.Items ?? [];
}
