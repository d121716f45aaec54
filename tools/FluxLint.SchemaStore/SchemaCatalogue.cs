using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Schemas;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.SchemaStore;

/// <summary>A directory of JSON schemas of custom resources, <c>GROUP/KIND_VERSION.json</c>. The names of kinds are in lower case there. Kinds of Kubernetes and of Flux have stores of their own.</summary>
internal static class SchemaCatalogue
{
    public static IEnumerable<DefinedVersion> Read(string directory) =>
        from file in Directory.GetFiles(directory, "*.json", SearchOption.AllDirectories)
        let name = Path.GetFileNameWithoutExtension(file).Split('_')
        let owner = Path.GetFileName(Path.GetDirectoryName(file)) ?? ""
        where name.Length == 2 && !FluxGroups.Contains(owner) && !KubernetesGroups.Contains(owner)
        let root = YamlTree.Parse(SourceText.From(file, File.ReadAllText(file))).RootMapping
        where root is not null
        select new DefinedVersion(owner, name[0], name[1], null, VersionState.Served, SchemaReader.Read(root, new DocumentSource(root)));
}
