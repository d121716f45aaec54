using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>
/// The <c>spec.commonMetadata</c> of a Flux Kustomization: labels and annotations that everything it applies gets, in the
/// object's own metadata and nowhere else (fluxcd/pkg ssa, <c>SetCommonMetadata</c>).
/// </summary>
internal static class CommonMetadata
{
    public static Resource Apply(Resource resource, YamlMapping common)
    {
        var metadata = resource.Root.Mapping("metadata") ?? new YamlMapping(common.Source, common.Span, []);
        metadata = Write(metadata, "labels", common.Mapping("labels"));
        metadata = Write(metadata, "annotations", common.Mapping("annotations"));
        return resource.With(resource.Root.With("metadata", metadata));
    }

    private static YamlMapping Write(YamlMapping metadata, string field, YamlMapping? pairs)
    {
        if (pairs is null or { Entries.IsEmpty: true })
            return metadata;
        var written = new MappingBuilder(metadata.Mapping(field) ?? new YamlMapping(pairs.Source, pairs.Span, []));
        foreach (var (key, value) in pairs.Entries)
        {
            if (key is YamlScalar { Value: var name })
                written.Set(name, value.WithDerivation(new(ProvenanceStep.CommonMetadata, value.Location, written[name]) { HasSecret = SecretContent.IsTaken(value) }), key);
        }
        return metadata.With(field, written.ToMapping());
    }
}
