using System.Collections.Immutable;
using FluxLint.Fleet;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Policies.Admission;

/// <summary>
/// Which objects a policy of the API server, or a binding of one, is about (<c>MatchResources</c> of admissionregistration.k8s.io). Null in place of an answer says
/// that only a cluster knows.
/// </summary>
internal sealed class AdmissionMatch(YamlMapping? constraints)
{
    /// <summary>The label that every namespace has.</summary>
    public const string NameLabel = "kubernetes.io/metadata.name";

    /// <summary>Whether an object is meant when it is created or changed.</summary>
    /// <param name="resource">The object.</param>
    /// <param name="home">The namespace that it is in; null where the cluster at hand does not declare it.</param>
    public bool? Matches(Resource resource, Resource? home)
    {
        if (constraints is null)
            return true;
        bool?[] answers =
        [
            Any(constraints.Sequence("resourceRules"), resource, isAbsentAll: true),
            Any(constraints.Sequence("excludeResourceRules"), resource, isAbsentAll: false) is { } isExcluded ? !isExcluded : null,
            constraints.Mapping("objectSelector") is { } selector ? LabelSelector.Of(selector).Matches(LabelsOf(resource)) : true,
            MatchesNamespace(constraints.Mapping("namespaceSelector"), resource, home),
        ];
        return answers.Contains(false) ? false : answers.Contains(null) ? null : true;
    }

    private static bool? MatchesNamespace(YamlMapping? selector, Resource resource, Resource? home)
    {
        if (selector is null or { Entries.IsEmpty: true })
            return true;
        // A Namespace is judged by its own labels; other objects outside of namespaces are always meant.
        var isNamespace = resource.Id is { Group: "", Kind: "Namespace" };
        if (!isNamespace && resource.Id.Namespace.Length == 0)
            return resource.Id.IsClusterScoped ? true : null;
        var name = isNamespace ? resource.Id.Name : resource.Id.Namespace;
        var declared = isNamespace ? resource : home;
        bool?[] answers =
        [
            .. LabelSelector.Of(selector).Requirements.Select(requirement =>
                requirement.Key == NameLabel ? requirement.IsMetBy(name) : declared is null ? null : requirement.IsMetBy(LabelsOf(declared))),
        ];
        return answers.Contains(false) ? false : answers.Contains(null) ? null : true;
    }

    private static YamlMapping? LabelsOf(Resource resource) => resource.Root.Mapping("metadata")?.Mapping("labels");

    private static bool? Any(YamlSequence? rules, Resource resource, bool isAbsentAll)
    {
        if (rules is null or { Items.IsEmpty: true })
            return isAbsentAll;
        bool?[] answers = [.. rules.Items.OfType<YamlMapping>().Select(rule => IsMeant(rule, resource))];
        return answers.Contains(true) ? true : answers.Contains(null) ? null : false;
    }

    private static bool? IsMeant(YamlMapping rule, Resource resource)
    {
        var id = resource.Id;
        var operations = Texts(rule, "operations");
        if (!operations.Intersect(["*", "CREATE", "UPDATE"]).Any() || !Has(rule, "apiGroups", id.Group))
            return false;
        if (!Texts(rule, "resources").Any(plural => plural is "*" or "*/*" || CustomKinds.IsPlural(plural, id.Kind)))
            return false;
        if (Texts(rule, "resourceNames") is { IsEmpty: false } names && !names.Contains(id.Name))
            return false;
        var scope = rule.Text("scope") ?? "*";
        if (scope != "*" && (scope == "Namespaced") != (id.Namespace.Length > 0))
            return id.Namespace.Length > 0 || id.IsClusterScoped ? false : null;
        // Another version is converted first, which is for the API server to do.
        return Has(rule, "apiVersions", id.Version) ? true : null;
    }

    private static bool Has(YamlMapping rule, string key, string value) => Texts(rule, key) is var texts && (texts.Contains("*") || texts.Contains(value));

    private static ImmutableArray<string> Texts(YamlMapping rule, string key) => [.. rule.Sequence(key)?.Items.OfType<YamlScalar>().Select(item => item.Value) ?? []];
}
