using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>The nodes and pods that pods are drawn to, or kept from (<c>validateAffinity</c>).</summary>
internal static class AffinityChecks
{
    private const string Required = "requiredDuringSchedulingIgnoredDuringExecution";
    private const string Preferred = "preferredDuringSchedulingIgnoredDuringExecution";
    private const int GreatestWeight = 100;

    public static void Check(YamlMapping affinity, ObjectPath at, ObjectReport report)
    {
        if (affinity.Mapping("nodeAffinity") is { } nodes)
            CheckNodes(nodes, at["nodeAffinity"], report);
        foreach (var field in new[] { "podAffinity", "podAntiAffinity" })
        {
            if (affinity.Mapping(field) is { } pods)
                CheckPods(pods, at[field], report);
        }
    }

    /// <summary>Checks the terms that a node must match, one of them at least.</summary>
    public static void CheckTerms(YamlMapping selector, ObjectPath at, ObjectReport report)
    {
        if (selector.Sequence("nodeSelectorTerms") is { Items.IsEmpty: true })
            report.Add(selector.Place("nodeSelectorTerms"), $"'{at["nodeSelectorTerms"]}' must not be empty");
        foreach (var (i, term) in selector.Mappings("nodeSelectorTerms"))
            RequirementChecks.CheckTerm(term, at["nodeSelectorTerms", i], report);
    }

    private static void CheckNodes(YamlMapping nodes, ObjectPath at, ObjectReport report)
    {
        if (nodes.Mapping(Required) is { } required)
            CheckTerms(required, at[Required], report);
        foreach (var (i, weighted) in nodes.Mappings(Preferred))
        {
            var path = at[Preferred, i];
            report.Bound(weighted, "weight", path, 1, GreatestWeight);
            if (weighted.Mapping("preference") is { } term)
                RequirementChecks.CheckTerm(term, path["preference"], report);
        }
    }

    private static void CheckPods(YamlMapping pods, ObjectPath at, ObjectReport report)
    {
        foreach (var (i, term) in pods.Mappings(Required))
            CheckPodTerm(term, at[Required, i], report);
        foreach (var (i, weighted) in pods.Mappings(Preferred))
        {
            var path = at[Preferred, i];
            report.Bound(weighted, "weight", path, 1, GreatestWeight);
            if (weighted.Mapping("podAffinityTerm") is { } term)
                CheckPodTerm(term, path["podAffinityTerm"], report);
        }
    }

    private static void CheckPodTerm(YamlMapping term, ObjectPath at, ObjectReport report)
    {
        if (term.Known("topologyKey") is { Value: "" } key)
            report.Add(key, $"'{at["topologyKey"]}' must not be empty");
        RequirementChecks.CheckSelector(term, "labelSelector", at, report);
        RequirementChecks.CheckSelector(term, "namespaceSelector", at, report);
    }
}
