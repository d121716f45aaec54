using System.Collections.Immutable;
using FluxLint.Kubernetes;
using FluxLint.Kustomize.Configurations;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>Carries out <c>namePrefix</c> and <c>nameSuffix</c>.</summary>
internal static class PrefixSuffixTransformer
{
    public static void Apply(Layer layer)
    {
        if (layer.NonEmptyText(layer.Kustomization.Root, "namePrefix") is { } prefix)
            Apply(layer, prefix, layer.Configuration.NamePrefix, isPrefix: true);
        if (layer.NonEmptyText(layer.Kustomization.Root, "nameSuffix") is { } suffix)
            Apply(layer, suffix, layer.Configuration.NameSuffix, isPrefix: false);
    }

    /// <summary>Puts text before or behind the fields, of which the name of an object leaves a trace.</summary>
    public static void Apply(Layer layer, YamlScalar affix, ImmutableArray<FieldSpec> specs, bool isPrefix) =>
        layer.Transform(resource => Rename(layer, resource, affix, specs, isPrefix));

    private static Resource Rename(Layer layer, Resource resource, YamlScalar affix, ImmutableArray<FieldSpec> specs, bool isPrefix)
    {
        // The name of these is prescribed by what they stand for.
        if (resource.OriginalId is { Kind: "CustomResourceDefinition" or "Namespace" } or { Kind: "APIService", Group: KubernetesGroups.ApiRegistration })
            return resource;
        var walk = new FieldWalk(Set, affix.Location, Refuse);
        var renamed = resource;
        foreach (var spec in specs)
        {
            if (!spec.Selects(resource.OriginalId))
                continue;
            if (spec.Path == FieldSpec.NamePath)
                renamed = (isPrefix ? renamed.Through(affix.Value, "") : renamed.Through("", affix.Value)).RememberId();
            renamed = renamed.With(walk.Apply(renamed.Root, spec));
        }
        return renamed;

        YamlNode? Set(YamlNode? present)
        {
            if (present is not (null or YamlScalar))
            {
                Refuse(present);
                return null;
            }
            var text = present.TextOrEmpty();
            return YamlScalar.Create(isPrefix ? affix.Value + text : text + affix.Value, affix.Location).WithDerivation(new(isPrefix ? ProvenanceStep.NamePrefix : ProvenanceStep.NameSuffix, affix.Location, present) { HasSecret = SecretContent.IsTaken(affix) });
        }

        void Refuse(YamlNode node) =>
            layer.Report(BuildProblemKind.Refused, node, $"{resource.Id.Display} has {KustomizationFields.Describe(node)} where a name goes");
    }
}
