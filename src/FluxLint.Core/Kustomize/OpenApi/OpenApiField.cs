using System.Collections.Immutable;
using FluxLint.Kustomize.Patching;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.OpenApi;

/// <summary>The <c>openapi</c> field of a kustomization.</summary>
internal static class OpenApiField
{
    private const string KnownVersion = "v1.21.2";

    /// <summary>Chooses the document that a layer names, unless one was chosen before.</summary>
    public static void Apply(Layer layer, ImmutableArray<Reference> references, Func<YamlTree, OpenApiSchema> read)
    {
        if (layer.Scope.Schema is not null || layer.Kustomization.Field("openapi") is not { } field)
            return;
        var file = references.FirstOrDefault(reference => reference.Field == "openapi");
        var version = (field as YamlMapping)?.Scalar("version");
        if (field is not YamlMapping)
            Refuse(field, "'openapi' is a mapping with 'path' or 'version'");
        else if (file is not null && version is not null)
            Refuse(version, "'openapi' has 'path' or 'version', not both");
        else if (version is not null && version.Value != KnownVersion)
            Refuse(version, $"kustomize carries the OpenAPI document of '{KnownVersion}', and none of '{version.Value}'");
        else if (version is not null)
            layer.Scope = layer.Scope with { Schema = OpenApiSchema.BuiltIn };
        else if (file is { Kind: ReferenceKind.File } && layer.Tree(file.Path) is { } tree)
            layer.Scope = layer.Scope with { Schema = read(tree) };

        void Refuse(YamlNode node, string message) => layer.Report(BuildProblemKind.Refused, node, message);
    }
}
