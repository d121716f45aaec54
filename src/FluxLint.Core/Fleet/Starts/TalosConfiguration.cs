using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>What the machine configuration of Talos has applied before anything else: manifests within it, and such as it fetches.</summary>
internal static class TalosConfiguration
{
    /// <summary>Where manifests are.</summary>
    public const string Inline = "inlineManifests";

    /// <summary>Where the addresses of manifests are.</summary>
    public const string Extra = "extraManifests";

    /// <summary>Whether a file is one of Talos, by its name or place.</summary>
    public static bool Is(string path) =>
        (Repository.IsYaml(path) || path.EndsWith(".json", StringComparison.Ordinal) || BootstrapFolder.IsTemplate(path))
        && (path.StartsWith("talos/", StringComparison.Ordinal) || path.Contains("/talos/", StringComparison.Ordinal) || RepositoryPath.FileName(path).StartsWith("talconfig", StringComparison.Ordinal));

    /// <summary>What a file has applied.</summary>
    public static EarlySetup Read(Repository repository, string path)
    {
        if (!Repository.IsYaml(path) && !Mentions(repository.Text(path)?.Text ?? "") || repository.Tree(path) is not { } tree || !Mentions(tree.Source.Text))
            return EarlySetup.None;
        if (tree.IsBroken || tree.Source.Text.Contains("{%", StringComparison.Ordinal))
            return EarlySetup.Anything(path);
        var (setup, read) = (EarlySetup.None, 0);
        foreach (var root in tree.Documents.Select(document => document.Expanded))
        {
            var fields = root switch
            {
                YamlMapping mapping => Fields(mapping.Mapping("cluster")),
                YamlSequence patch => patch.Items.OfType<YamlMapping>().SelectMany(TalosPatch.Fields),
                _ => [],
            };
            foreach (var (field, value) in fields)
            {
                read++;
                setup = setup.With(YamlSequence.ItemsOf(value).Aggregate(EarlySetup.None, (all, item) => all.With(field == Inline ? OfManifest(item, path) : OfUrl(item, path))));
            }
        }
        // A patch that is written as text, for one, is not read.
        return read == tree.DescendantNodes().Count(node => node is YamlScalar scalar && Mentions(scalar.Value)) ? setup : EarlySetup.Anything(path);
    }

    /// <summary>The objects that a machine configuration has applied, where they are of the operator of Flux.</summary>
    public static IEnumerable<Resource> InlineManifestsOf(YamlMapping root) =>
        from manifest in (root.At("cluster", Inline) as YamlSequence)?.Items.OfType<YamlMapping>() ?? []
        let contents = manifest.Scalar("contents")
        where contents is not null && contents.Value.Contains(FluxGroups.Operator, StringComparison.Ordinal)
        from resource in Resources(YamlTree.ParseEmbedded(contents))
        select resource;

    private static IEnumerable<(string Field, YamlNode? Value)> Fields(YamlMapping? cluster)
    {
        foreach (var field in (string[])[Inline, Extra])
        {
            if (cluster?.Contains(field) == true)
                yield return (field, cluster[field]);
        }
    }

    private static EarlySetup OfManifest(YamlNode item, string path) =>
        (item as YamlMapping)?.Scalar("contents") is { } contents && !contents.Value.Contains("{{", StringComparison.Ordinal) && YamlTree.ParseEmbedded(contents) is { IsBroken: false } tree
            ? EarlyManifests.Of(tree, path)
            : EarlySetup.Anything(path);

    private static EarlySetup OfUrl(YamlNode item, string path) =>
        item is YamlScalar { Value: var url } && RemoteDefinitions.Are(url) ? new() { HasUnknownDefinitions = true } : EarlySetup.Anything(path);

    private static IEnumerable<Resource> Resources(YamlTree tree) => tree.Documents.Select(document => document.Expanded).OfType<YamlMapping>().Select(Resource.Of);

    private static bool Mentions(string text) => text.Contains(Inline, StringComparison.Ordinal) || text.Contains(Extra, StringComparison.Ordinal);
}
