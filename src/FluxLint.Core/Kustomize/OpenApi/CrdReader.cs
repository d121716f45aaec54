using System.Collections.Immutable;
using FluxLint.Kustomize.Configurations;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.OpenApi;

/// <summary>Reads the files of <c>crds</c>: type definitions whose extensions say which fields name objects, are labels or annotations, or are names.</summary>
internal sealed class CrdReader(YamlMapping definitions)
{
    private readonly ImmutableArray<ReferenceTarget>.Builder references = ImmutableArray.CreateBuilder<ReferenceTarget>();
    private readonly ImmutableArray<FieldSpec>.Builder annotations = ImmutableArray.CreateBuilder<FieldSpec>();
    private readonly ImmutableArray<FieldSpec>.Builder labels = ImmutableArray.CreateBuilder<FieldSpec>();
    private readonly ImmutableArray<FieldSpec>.Builder prefixes = ImmutableArray.CreateBuilder<FieldSpec>();

    /// <summary>Adds what the files say to the configuration of the layer.</summary>
    public static void Apply(Layer layer, ImmutableArray<Reference> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Field == "crds" && entry.Kind == ReferenceKind.File && layer.Tree(entry.Path) is { IsBroken: false } tree && Definitions(layer, tree) is { } definitions)
                layer.Configure(new CrdReader(definitions).Read(), entry.Node);
        }
    }

    private static YamlMapping? Definitions(Layer layer, YamlTree tree)
    {
        if (tree.RootMapping is not { } root)
        {
            if (tree.Documents is [{ Expanded: { } other }, ..])
                layer.Report(BuildProblemKind.Refused, other, "definitions of types are a mapping from their names");
            return null;
        }
        foreach (var entry in root.Entries)
        {
            if (entry.Value is YamlMapping or YamlScalar { IsNull: true })
                continue;
            layer.Report(BuildProblemKind.Refused, entry.Value, $"'{entry.Name}' must be the OpenAPI definition of a type; 'crds' takes no CustomResourceDefinition");
            return null;
        }
        return root;
    }

    private TransformerConfiguration Read()
    {
        foreach (var entry in definitions.Entries)
        {
            if (entry.Name is { } name && Properties(name) is { } properties && properties.Contains("kind") && properties.Contains("apiVersion") && properties.Contains("metadata"))
                ReadType(name, kind: name[(name.LastIndexOf('.') + 1)..], path: "", []);
        }
        return new()
        {
            NamePrefix = prefixes.ToImmutable(),
            CommonLabels = labels.ToImmutable(),
            CommonAnnotations = annotations.ToImmutable(),
            NameReferences = NameReferenceTable.Empty.Merge(new(references.ToImmutable()), static _ => { }),
        };
    }

    private YamlMapping? Properties(string type) => definitions.Mapping(type)?.Mapping("Schema")?.Mapping("properties");

    private void ReadType(string type, string kind, string path, ImmutableHashSet<string> above)
    {
        if (Properties(type) is not { } properties || above.Contains(type))
            return;
        foreach (var entry in properties.Entries)
        {
            if (entry is not { Name: { } name, Value: YamlMapping property })
                continue;
            var field = new FieldSpec($"{path}{name}", kind) { Node = entry.Key };
            if (property["x-kubernetes-annotation"] is YamlScalar)
                annotations.Add(field);
            if (property["x-kubernetes-label-selector"] is YamlScalar)
                labels.Add(field);
            if (property["x-kubernetes-identity"] is YamlScalar)
                prefixes.Add(field);
            if (property.Scalar("x-kubernetes-object-ref-api-version") is { } version && property.Scalar("x-kubernetes-object-ref-kind") is { } target)
            {
                var key = property.Text("x-kubernetes-object-ref-name-key") ?? "name";
                references.Add(new(new(FieldSpec.NamePath, target.Value, "", version.Value), [new($"{path}{name}/{key}", kind) { Node = entry.Key }]));
            }
            if (property.Text("$ref") is { } reference)
                ReadType(reference, kind, $"{path}{name}/", above.Add(type));
        }
    }
}
