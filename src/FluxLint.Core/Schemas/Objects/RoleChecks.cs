using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>What a role allows (<c>ValidatePolicyRule</c>).</summary>
internal static class RoleChecks
{
    private static readonly string[] OfResources = ["apiGroups", "resources"];

    public static void Check(YamlMapping root, bool isNamespaced, ObjectReport report)
    {
        foreach (var (i, rule) in root.Mappings("rules"))
            CheckRule(rule, ObjectPath.Of("rules", i), isNamespaced, report);
    }

    private static void CheckRule(YamlMapping rule, ObjectPath at, bool isNamespaced, ObjectReport report)
    {
        if (rule.Sequence("verbs") is { Items.IsEmpty: true })
            report.Add(rule.Place("verbs"), $"'{at["verbs"]}' must not be empty");
        if (rule.HasNone("nonResourceURLs"))
        {
            foreach (var field in OfResources)
            {
                if (rule.HasNone(field) && rule.HasOnly("verbs", "apiGroups", "resources", "resourceNames", "nonResourceURLs"))
                    report.Add(rule.Place(field), $"'{at[field]}' must not be empty");
            }
            return;
        }
        if (!rule.HasItems("nonResourceURLs"))
            return;
        if (isNamespaced)
            report.Add(rule.Place("nonResourceURLs"), $"'{at["nonResourceURLs"]}' can only be set in a ClusterRole");
        else if (rule.HasItems("apiGroups") || rule.HasItems("resources") || rule.HasItems("resourceNames"))
            report.Add(rule.Place("nonResourceURLs"), $"'{at}' cannot be of both resources and 'nonResourceURLs'");
    }
}
