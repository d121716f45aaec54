using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Kustomize;

/// <summary>Carries out <c>namespace</c>: every object that is not cluster-scoped moves there, and Namespace objects take the name.</summary>
internal static class NamespaceTransformer
{
    private static readonly FieldSpec Field = new("metadata/namespace", Create: true);

    private static readonly FieldSpec[] Others =
    [
        new("metadata/name", "Namespace", Version: "v1", Create: true),
        new("spec/service/namespace", "APIService", "apiregistration.k8s.io", Create: true),
        new("spec/conversion/webhook/clientConfig/service/namespace", "CustomResourceDefinition", "apiextensions.k8s.io"),
    ];

    public static void Apply(Layer layer)
    {
        if (layer.NonEmptyText(layer.Kustomization.Root, "namespace") is not { } value)
            return;
        layer.Transform(resource => Place(layer, resource, value));
        ReportConflicts(layer, value);
    }

    private static Resource Place(Layer layer, Resource resource, YamlScalar value)
    {
        var remembered = resource.RememberId();
        var walk = new FieldWalk(
            present => Set(layer, resource, present, value),
            value.Location,
            node => layer.Report(BuildProblemKind.Refused, node, $"{resource.Id.Display} has no place for the namespace '{value.Value}' here: this must be a mapping"));
        var root = resource.Id.IsClusterScopedInKustomize ? resource.Root : walk.Apply(resource.Root, Field);
        if (resource.Id.Kind is "RoleBinding" or "ClusterRoleBinding" && root["subjects"] is { } subjects and not YamlScalar { IsNull: true })
            root = PlaceSubjects(layer, resource, root, subjects, value);
        foreach (var spec in Others)
        {
            if (spec.Selects(resource.Id) && (spec.Kind != "Namespace" || resource.Id.Group.Length == 0))
                root = walk.Apply(root, spec);
        }
        return remembered.With(root);
    }

    // Only the default account surely moves along; a known ServiceAccount follows by name reference, and any other subject may live elsewhere.
    private static YamlMapping PlaceSubjects(Layer layer, Resource resource, YamlMapping root, YamlNode subjects, YamlScalar value)
    {
        if (subjects is not YamlSequence sequence)
        {
            layer.Report(BuildProblemKind.Refused, subjects, $"the subjects of {resource.Id.Display} must be a list");
            return root;
        }
        var placed = FieldWalk.Items(sequence, item => item is YamlMapping subject && subject.Text("name") == "default"
            ? subject.With("namespace", Set(layer, resource, subject["namespace"], value))
            : item);
        return ReferenceEquals(placed, sequence) ? root : root.With("subjects", placed);
    }

    private static YamlNode Set(Layer layer, Resource resource, YamlNode? present, YamlScalar value)
    {
        if (present is YamlScalar { Kind: ScalarKind.String } same && same.Value == value.Value)
            return present;
        if (present is null or YamlScalar)
            return YamlScalar.Create(value.Value, value.Location).WithDerivation(new(Provenance.Namespace, value.Location, present));
        layer.Report(BuildProblemKind.Refused, present, $"the namespace of {resource.Id.Display} must be text");
        return present;
    }

    private static void ReportConflicts(Layer layer, YamlScalar value)
    {
        var seen = new Dictionary<ResourceId, Resource>();
        foreach (var resource in layer.Resources)
        {
            if (seen.TryAdd(resource.Id.Conflicting, resource))
                continue;
            var first = seen[resource.Id.Conflicting];
            layer.Problems.Add(new(BuildProblemKind.Refused, value.Location, $"the namespace '{value.Value}' makes one object of {Named(first)} and {Named(resource)}")
            {
                Related = [Where(first), Where(resource)],
            });
            layer.HasGaps = true;
        }
    }

    private static string Named(Resource resource)
    {
        var id = resource.PreviousIds[^1];
        return id.Namespace.Length == 0 ? id.Display : $"{id.Display} in '{id.Namespace}'";
    }

    private static RelatedLocation Where(Resource resource) => new(Origin(resource.Root.At("metadata", "name")) ?? resource.Location, $"{resource.PreviousIds[^1].Display} is here");

    private static Location? Origin(YamlNode? node)
    {
        while (node?.Derivation?.Replaced is { } replaced)
            node = replaced;
        return node?.Location;
    }
}
