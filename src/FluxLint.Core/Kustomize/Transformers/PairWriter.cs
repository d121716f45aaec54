using System.Collections.Immutable;
using FluxLint.Kustomize.Configurations;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>Writes labels or annotations of a kustomization into the fields that take them.</summary>
internal static class PairWriter
{
    public static void Write(Layer layer, List<YamlEntry> pairs, ImmutableArray<FieldSpec> specs, string step)
    {
        if (pairs.Count == 0)
            return;
        var cause = pairs[0].Value.Location;
        layer.Transform(resource =>
        {
            // One node for all places that it is added to: see SharedValues.
            var written = new Dictionary<YamlNode, YamlScalar>(ReferenceEqualityComparer.Instance);
            var walk = new FieldWalk(present => Merge(layer, resource, present, pairs, step, written), cause, node => Refuse(layer, resource, node));
            var root = resource.Root;
            foreach (var spec in specs)
            {
                if (spec.Selects(resource.Id))
                    root = walk.Apply(root, spec);
            }
            return resource.With(SharedValues.Follow(resource.Root, root));
        });
    }

    private static YamlNode? Merge(Layer layer, Resource resource, YamlNode? present, List<YamlEntry> pairs, string step, Dictionary<YamlNode, YamlScalar> written)
    {
        if (present is not (null or YamlMapping or YamlScalar { IsNull: true }))
        {
            Refuse(layer, resource, present);
            return null;
        }
        var place = pairs[0].Value;
        var mapping = new MappingBuilder(present as YamlMapping ?? new YamlMapping(place.Source, place.Span, []));
        if (!layer.Takes(pairs.Count))
            return null;
        foreach (var (key, value) in pairs)
        {
            var name = key.TextOrEmpty();
            if (!WrittenKeys.IsPrintable(key))
                layer.Report(BuildProblemKind.Refused, key, WrittenKeys.Describe(key));
            var text = value.TextOrEmpty();
            var old = mapping[name];
            if (old is YamlScalar { Kind: ScalarKind.String } same && same.Value == text)
                continue;
            if (old is not (null or YamlScalar))
            {
                Refuse(layer, resource, old);
                continue;
            }
            if (!written.TryGetValue(old ?? value, out var scalar))
            {
                scalar = YamlScalar.Create(text, value.Location).WithDerivation(new(step, value.Location, old));
                written.Add(old ?? value, scalar);
            }
            mapping.Set(name, scalar, key);
        }
        return mapping.ToMapping();
    }

    private static void Refuse(Layer layer, Resource resource, YamlNode node) =>
        layer.Report(BuildProblemKind.Refused, node, $"{resource.Id.Display} has {KustomizationFields.Describe(node)} where labels or annotations go");
}
