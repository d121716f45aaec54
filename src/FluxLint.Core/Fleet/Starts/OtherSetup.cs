using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>
/// The files of tools that may set up a cluster before Flux does: helmfile, Talos and Terraform. The namespaces and definitions that they
/// bring are not known, and may be there.
/// </summary>
internal static class OtherSetup
{
    private static readonly string[] ManifestsOfTalos = ["inlineManifests:", "extraManifests:"];

    private static readonly string[] TerraformResources = ["\"helm_release\"", "\"kubernetes_", "\"kubectl_"];

    /// <summary>Whether a repository has any of them.</summary>
    public static bool IsIn(Repository repository) =>
        repository.YamlFiles.Any(file => IsHelmfile(file) || (IsTalos(file) && repository.Tree(file) is { } tree && ManifestsOfTalos.Any(key => tree.Source.Text.Contains(key, StringComparison.Ordinal))))
        || repository.Files.Any(file => file.EndsWith(".tf", StringComparison.Ordinal) && BringsObjects(repository.Text(file)?.Text ?? ""));

    /// <summary>The inline values of the releases of a helmfile.</summary>
    public static IEnumerable<YamlMapping> ValuesIn(string file, YamlMapping root) =>
        IsHelmfile(file)
            ? (root.Sequence("releases")?.Items ?? []).OfType<YamlMapping>().SelectMany(release => release.Sequence("values")?.Items ?? []).OfType<YamlMapping>()
            : [];

    /// <summary>The objects that a machine configuration of Talos has applied before anything else.</summary>
    public static IEnumerable<Resource> InlineManifestsOf(YamlMapping root) =>
        from manifest in (root.At("cluster", "inlineManifests") as YamlSequence)?.Items.OfType<YamlMapping>() ?? []
        let contents = manifest.Scalar("contents")
        where contents is not null && contents.Value.Contains(FluxGroups.Operator, StringComparison.Ordinal)
        from document in YamlTree.ParseEmbedded(contents).Documents
        let resource = document.Expanded as YamlMapping
        where resource is not null
        select Resource.Of(resource);

    private static bool IsHelmfile(string path) =>
        path.Contains("helmfile.d/", StringComparison.Ordinal) || RepositoryPath.FileName(path).StartsWith("helmfile", StringComparison.Ordinal);

    private static bool IsTalos(string path) =>
        RepositoryPath.FileName(path).StartsWith("talconfig", StringComparison.Ordinal) || RepositoryPath.Parts(path).SkipLast(1).Contains("talos");

    private static bool BringsObjects(string text) => TerraformResources.Any(resource => text.Contains(resource, StringComparison.Ordinal));
}
