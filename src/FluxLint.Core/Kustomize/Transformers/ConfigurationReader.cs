using System.Collections.Immutable;
using FluxLint.Kustomize.Configurations;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>Reads the files of <c>configurations</c>, and adds them to the built-in configuration.</summary>
internal sealed class ConfigurationReader(Layer layer)
{
    private static readonly string[] ReferenceFields = ["kind", "group", "version", "fieldSpecs"];
    private static readonly string[] Fields =
    [
        "namePrefix", "nameSuffix", "namespace", "commonLabels", "labels", "templateLabels", "commonAnnotations", "nameReference", "varReference", "images", "replicas",
    ];

    public static void Apply(Layer layer, ImmutableArray<Reference> references)
    {
        var own = TransformerConfiguration.Default;
        var files = references.Where(reference => reference.Field == "configurations").ToList();
        if (files.Count > 0)
        {
            // The files make up one configuration before the built-in one is looked at.
            var read = TransformerConfiguration.Empty;
            var reader = new ConfigurationReader(layer);
            foreach (var file in files)
                read = read.Merge(reader.Read(file), spec => reader.RefuseConflict(spec, file));
            own = own.Merge(read, spec => reader.RefuseConflict(spec, files[0]));
        }
        layer.Configure(own, files is [var first, ..] ? first.Node : layer.Kustomization.Root);
    }

    private TransformerConfiguration Read(Reference file)
    {
        if (file.Kind != ReferenceKind.File || layer.Tree(file.Path) is not { } tree)
            return TransformerConfiguration.Empty;
        if (tree.IsBroken)
        {
            layer.HasGaps = true;
            return TransformerConfiguration.Empty;
        }
        if (tree.Documents is [] or [{ Expanded: null or YamlScalar { IsNull: true } }, ..])
            return TransformerConfiguration.Empty;
        if (tree.RootMapping is not { } root)
        {
            Refuse(tree.Documents[0].Expanded ?? file.Node, "a configuration of transformers is a mapping from what they do to lists of fields");
            return TransformerConfiguration.Empty;
        }
        layer.RefuseUnknown(root, "configurations", Fields);
        return new()
        {
            NamePrefix = Specs(root, "namePrefix"),
            NameSuffix = Specs(root, "nameSuffix"),
            Namespace = Specs(root, "namespace"),
            Labels = Specs(root, "labels"),
            CommonLabels = Specs(root, "commonLabels"),
            TemplateLabels = Specs(root, "templateLabels"),
            CommonAnnotations = Specs(root, "commonAnnotations"),
            Images = Specs(root, "images"),
            Replicas = Specs(root, "replicas"),
            VarReferences = Specs(root, "varReference"),
            NameReferences = new([.. layer.Mappings(root, "nameReference").Select(ReadReference)]),
        };
    }

    private ReferenceTarget ReadReference(YamlMapping target)
    {
        layer.RefuseUnknown(target, "nameReference", ReferenceFields);
        return new(new(FieldSpec.NamePath, Text(target, "kind"), Text(target, "group"), Text(target, "version")), Specs(target, "fieldSpecs"));
    }

    private ImmutableArray<FieldSpec> Specs(YamlMapping owner, string name)
    {
        var reader = new FieldSpecReader(layer);
        return [.. layer.Mappings(owner, name).Select(spec => reader.Read(spec, name, isStrict: true))];
    }

    private string Text(YamlMapping owner, string name) => FieldSpecReader.Text(layer, owner, name);

    private void RefuseConflict(FieldSpec spec, Reference file) =>
        Refuse(spec.Node ?? file.Node, $"the field '{spec.Path}' is in the configuration already, with another 'create'");

    private void Refuse(YamlNode node, string message) => layer.Report(BuildProblemKind.Refused, node, message);
}
