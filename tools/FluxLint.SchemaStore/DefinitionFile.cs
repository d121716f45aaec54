using FluxLint.Kustomize;
using FluxLint.Schemas;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.SchemaStore;

/// <summary>A file of custom resource definitions, as the releases of controllers carry them.</summary>
internal static class DefinitionFile
{
    public static IEnumerable<DefinedVersion> Read(string path) =>
        from document in YamlTree.Parse(SourceText.From(path, File.ReadAllText(path))).Documents
        let root = document.Expanded as YamlMapping
        where root is not null
        let definition = ResourceDefinition.Of(Resource.Of(root))
        where definition is not null
        from version in definition.Versions
        select new DefinedVersion(definition.Group, definition.Kind, version.Name, definition.Scope, State(version), version.Schema);

    private static VersionState State(DefinitionVersion version) =>
        (version.IsServed ? VersionState.Served : VersionState.None)
        | (version.IsStorage ? VersionState.Storage : VersionState.None)
        | (version.IsDeprecated ? VersionState.Deprecated : VersionState.None);
}
