using System.Collections.Immutable;
using System.Globalization;
using FluxLint.Kubernetes;
using FluxLint.Kustomize.Configurations;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>Carries out <c>replicas</c>.</summary>
internal static class ReplicaTransformer
{
    public static void Apply(Layer layer)
    {
        foreach (var entry in layer.Mappings(layer.Kustomization.Root, "replicas"))
        {
            layer.RefuseUnknown(entry, "replicas", "name", "count");
            Apply(layer, entry, layer.Configuration.Replicas);
        }
    }

    /// <summary>Sets the count that an entry gives, in the fields of the objects with its name.</summary>
    public static void Apply(Layer layer, YamlMapping entry, ImmutableArray<FieldSpec> specs)
    {
        var name = layer.Text(entry, "name")?.Value ?? "";
        var count = entry.Field("count");
        if (Count(count) is not { } number)
        {
            layer.Report(BuildProblemKind.Refused, count ?? entry, $"'count' must be a whole number, and is {KustomizationFields.Describe(count ?? entry)}");
            return;
        }
        var cause = (count ?? entry).Location;
        var found = false;
        layer.Transform(resource =>
        {
            if (resource.Id.Name != name && !resource.PreviousIds.Any(id => id.Name == name))
                return resource;
            var walk = new FieldWalk(Set, cause, Refuse);
            var root = resource.Root;
            foreach (var spec in specs)
            {
                if (!IsMeant(resource.Id, spec) && !resource.PreviousIds.Any(id => IsMeant(id, spec)))
                    continue;
                found = true;
                if (spec.Selects(resource.Id))
                    root = walk.Apply(root, spec);
            }
            return resource.With(root);

            bool IsMeant(ResourceId id, FieldSpec spec) => id.Name == name && spec.Selects(id);

            YamlNode? Set(YamlNode? present)
            {
                if (present is not (null or YamlScalar))
                    Refuse(present);
                else if (present is not YamlScalar { IsNull: false } old || old.CanonicalValue != number)
                    return YamlScalar.Create(number, cause, isText: present is YamlScalar { Kind: ScalarKind.String }).WithDerivation(new(ProvenanceStep.Replicas, cause, present));
                return null;
            }

            void Refuse(YamlNode node) => layer.Report(BuildProblemKind.Refused, node, $"{resource.Id.Display} has no place for a replica count here");
        });
        if (!found && !layer.HasGaps)
            layer.Report(BuildProblemKind.Refused, entry.Field("name") ?? entry, $"'{name}' is no {Kinds(specs)} of this kustomization");
    }

    private static string? Count(YamlNode? node) => node switch
    {
        null => "0",
        YamlScalar { IsNumber: true } scalar when long.TryParse(scalar.CanonicalValue, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => scalar.CanonicalValue,
        _ => null,
    };

    private static string Kinds(ImmutableArray<FieldSpec> specs)
    {
        var kinds = specs.Select(spec => spec.Kind.Length == 0 ? "resource" : spec.Kind).Distinct().ToArray();
        return kinds.Length < 2 ? string.Concat(kinds.DefaultIfEmpty("resource")) : $"{string.Join(", ", kinds[..^1])} or {kinds[^1]}";
    }
}
