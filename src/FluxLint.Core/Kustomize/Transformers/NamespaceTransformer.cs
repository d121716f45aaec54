using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Kubernetes;
using FluxLint.Kustomize.Configurations;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>Carries out <c>namespace</c>: every object that is not cluster-scoped moves there, and Namespace objects take the name.</summary>
internal static class NamespaceTransformer
{
    private static readonly FieldSpec Field = new(FieldSpec.NamespacePath, Create: true);

    public static void Apply(Layer layer)
    {
        if (layer.NonEmptyText(layer.Kustomization.Root, "namespace") is { } value)
            Apply(layer, value, layer.Configuration.Namespace);
    }

    /// <summary>Moves every object, and sets the other fields that hold a namespace.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="value">The namespace.</param>
    /// <param name="specs">The other fields.</param>
    /// <param name="subjects">Which subjects of role bindings move along.</param>
    /// <param name="unsetOnly">Whether a namespace that is there stays.</param>
    public static void Apply(Layer layer, YamlScalar value, ImmutableArray<FieldSpec> specs, SubjectPlacement subjects = SubjectPlacement.DefaultOnly, bool unsetOnly = false)
    {
        var placement = new Placement(layer, value, specs, subjects, unsetOnly);
        layer.Transform(placement.Place);
        ReportConflicts(layer, value);
    }

    private sealed class Placement(Layer layer, YamlScalar value, ImmutableArray<FieldSpec> specs, SubjectPlacement placed, bool unsetOnly)
    {
        public Resource Place(Resource resource)
        {
            var remembered = resource.RememberId();
            var walk = new FieldWalk(
                present => Set(resource, present),
                value.Location,
                node => layer.Report(BuildProblemKind.Refused, node, $"{resource.Id.Display} has no place for the namespace '{value.Value}' here: this must be a mapping"));
            var root = resource.Id.IsClusterScopedInKustomize ? resource.Root : walk.Apply(resource.Root, Field);
            var isBinding = resource.Id.Kind is "RoleBinding" or "ClusterRoleBinding";
            if (isBinding && placed != SubjectPlacement.None && root["subjects"] is { } subjects and not YamlScalar { IsNull: true })
                root = PlaceSubjects(resource, root, subjects);
            foreach (var spec in specs)
            {
                if (spec.Selects(resource.Id) && spec.Path != FieldSpec.NamespacePath && (spec.Path != FieldSpec.NamePath || resource.Id.ApiVersion == "v1")
                    && !(isBinding && spec is { Path: "subjects/namespace", Kind: "RoleBinding" or "ClusterRoleBinding" }))
                {
                    root = walk.Apply(root, spec);
                }
            }
            return remembered.With(root);
        }

        // Only the default account surely moves along; a known ServiceAccount follows by name reference, and any other subject may live elsewhere.
        private YamlMapping PlaceSubjects(Resource resource, YamlMapping root, YamlNode subjects)
        {
            if (subjects is not YamlSequence sequence)
            {
                layer.Report(BuildProblemKind.Refused, subjects, $"the subjects of {resource.Id.Display} must be a list");
                return root;
            }
            var moved = FieldWalk.Items(sequence, item => item is YamlMapping subject && Moves(subject)
                ? subject.With("namespace", Set(resource, subject["namespace"]))
                : item);
            return ReferenceEquals(moved, sequence) ? root : root.With("subjects", moved);
        }

        private bool Moves(YamlMapping subject) =>
            placed == SubjectPlacement.DefaultOnly ? subject.Text("name") == "default" : subject.Text("kind") == "ServiceAccount";

        private YamlNode Set(Resource resource, YamlNode? present)
        {
            if (present is YamlScalar { Kind: ScalarKind.String } same && (same.Value == value.Value || (unsetOnly && same.Value.Length > 0)))
                return present;
            if (present is null or YamlScalar)
                return YamlScalar.Create(value.Value, value.Location).WithDerivation(new(ProvenanceStep.Namespace, value.Location, present) { HasSecret = SecretContent.IsTaken(value) });
            layer.Report(BuildProblemKind.Refused, present, $"the namespace of {resource.Id.Display} must be text");
            return present;
        }
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
            layer.MayLack();
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
