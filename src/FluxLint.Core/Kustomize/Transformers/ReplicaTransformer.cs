using System.Globalization;
using FluxLint.Syntax;

namespace FluxLint.Kustomize;

/// <summary>Carries out <c>replicas</c>.</summary>
internal static class ReplicaTransformer
{
    private static readonly FieldSpec Field = new("spec/replicas", Create: true);

    public static void Apply(Layer layer)
    {
        foreach (var entry in layer.Mappings(layer.Kustomization.Root, "replicas"))
        {
            layer.RefuseUnknown(entry, "replicas", "name", "count");
            Apply(layer, entry);
        }
    }

    private static void Apply(Layer layer, YamlMapping entry)
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
            if (!Counts(resource.Id, name) && !resource.PreviousIds.Any(id => Counts(id, name)))
                return resource;
            found = true;
            return resource.With(new FieldWalk(Set, cause, Refuse).Apply(resource.Root, Field));

            YamlNode? Set(YamlNode? present)
            {
                if (present is not (null or YamlScalar))
                    Refuse(present);
                else if (present is not YamlScalar { IsNull: false } old || old.CanonicalValue != number)
                    return YamlScalar.Create(number, cause, isText: present is YamlScalar { Kind: ScalarKind.String }).WithDerivation(new(Provenance.Replicas, cause, present));
                return null;
            }

            void Refuse(YamlNode node) => layer.Report(BuildProblemKind.Refused, node, $"{resource.Id.Display} has no place for a replica count here");
        });
        if (!found && !layer.HasGaps)
            layer.Report(BuildProblemKind.Refused, entry.Field("name") ?? entry, $"'{name}' is no Deployment, StatefulSet, ReplicaSet or ReplicationController of this kustomization");
    }

    private static string? Count(YamlNode? node) => node switch
    {
        null => "0",
        YamlScalar { IsNumber: true } scalar when long.TryParse(scalar.CanonicalValue, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => scalar.CanonicalValue,
        _ => null,
    };

    private static bool Counts(ResourceId id, string name) =>
        id.Name == name && id.Kind is "Deployment" or "StatefulSet" or "ReplicaSet" or "ReplicationController";
}
