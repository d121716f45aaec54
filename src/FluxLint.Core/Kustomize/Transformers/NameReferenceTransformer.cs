using FluxLint.Kustomize.Configurations;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>Lets references follow the objects that were renamed or moved. Done once, at the top of a build.</summary>
internal static class NameReferenceTransformer
{
    /// <summary>The resources with their references set right; the same list when nothing was renamed.</summary>
    /// <param name="resources">All resources of the build.</param>
    /// <param name="references">The fields that name other objects.</param>
    /// <param name="report">Hears of references that kustomize refuses.</param>
    public static IReadOnlyList<Resource> Apply(IReadOnlyList<Resource> resources, NameReferenceTable references, Action<BuildProblem>? report = null)
    {
        RefuseBlankNamespaces(resources, report);
        if (!resources.Any(resource => resource.PreviousIds.Length > 0))
            return resources;
        var targets = new Lazy<ReferenceTargets>(() => new(resources));
        Resource[]? changed = null;
        for (var i = 0; i < resources.Count; i++)
        {
            var followed = Follow(resources[i], targets, references, report);
            if (ReferenceEquals(followed, resources[i]))
                continue;
            changed ??= [.. resources];
            changed[i] = followed;
        }
        return changed ?? resources;
    }

    private static void RefuseBlankNamespaces(IReadOnlyList<Resource> resources, Action<BuildProblem>? report)
    {
        foreach (var resource in resources)
        {
            if (resource.Id.Kind != "RoleBinding" || resource.Root["subjects"] is not YamlSequence subjects)
                continue;
            foreach (var subject in subjects.Items.OfType<YamlMapping>())
            {
                if (subject.Text("kind") == "ServiceAccount" && subject["namespace"] is { } blank and not YamlScalar { Kind: ScalarKind.String })
                    report?.Invoke(new(BuildProblemKind.Refused, (subject.KeyOf("namespace") ?? blank).Location, $"the namespace of a ServiceAccount in {resource.Id.Display} must be text, and is {(blank is YamlScalar { IsNull: true } ? "empty" : KustomizationFields.Describe(blank))}"));
            }
        }
    }

    private static Resource Follow(Resource referrer, Lazy<ReferenceTargets> targets, NameReferenceTable references, Action<BuildProblem>? report)
    {
        var root = referrer.Root;
        ReferenceSearch? search = null;
        foreach (var reference in references.Of(referrer.OriginalId.Kind))
        {
            if (!reference.Field.Selects(referrer.OriginalId) || !reference.Field.IsIn(root))
                continue;
            search ??= new(referrer, targets.Value, report);
            root = new FieldWalk(present => Set(present, search, reference)).Apply(root, reference.Field);
        }
        return referrer.With(root);
    }

    private static YamlNode? Set(YamlNode? present, ReferenceSearch search, NameReference reference) => present switch
    {
        YamlScalar { IsNull: false } name => SetName(name, search, reference),
        YamlMapping mapping => SetMapping(mapping, search, reference),
        YamlSequence sequence => FieldWalk.Items(sequence, item => item is YamlSequence ? item : Set(item, search, reference) ?? item),
        _ => null,
    };

    private static YamlScalar SetName(YamlScalar name, ReferenceSearch search, NameReference reference) =>
        search.Find(name, reference, @namespace: null, withNamespace: false) is { } target ? Follow(name, target.Id.Name, "name", target) : name;

    private static YamlMapping SetMapping(YamlMapping mapping, ReferenceSearch search, NameReference reference)
    {
        if (!mapping.Contains("name"))
            search.RefuseNameless(mapping, reference);
        if (mapping.Scalar("name") is not { } name
            || search.Find(name, reference, (mapping["namespace"] as YamlScalar)?.Value, withNamespace: true) is not { } target)
        {
            return mapping;
        }
        var followed = Follow(name, target.Id.Name, "name", target);
        if (!ReferenceEquals(followed, name))
            mapping = mapping.With("name", followed);
        if (target.Id.Namespace.Length == 0)
            return mapping;
        if (mapping["namespace"] is not YamlScalar present)
        {
            return mapping.With("namespace", YamlScalar.Create(target.Id.Namespace, name.Location).WithDerivation(Derive("namespace", target, null)));
        }
        var moved = Follow(present, target.Id.Namespace, "namespace", target);
        return ReferenceEquals(moved, present) ? mapping : mapping.With("namespace", moved);
    }

    private static YamlScalar Follow(YamlScalar present, string value, string field, Resource target) => present.Value == value
        ? present
        : YamlScalar.Create(value, present.Location).WithDerivation(Derive(field, target, present));

    private static Derivation Derive(string field, Resource target, YamlScalar? replaced)
    {
        var cause = target.Root.At("metadata", field) ?? target.Root;
        return new(ProvenanceStep.NameReference, cause.Location, replaced) { HasSecret = SecretContent.IsTaken(cause) };
    }
}
