using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>The expressions of label and node selectors (<c>ValidateLabelSelector</c>, <c>ValidateNodeSelector</c>).</summary>
internal static class RequirementChecks
{
    /// <summary>Checks a label selector in a field.</summary>
    public static void CheckSelector(YamlMapping owner, string field, FieldPath at, ObjectReport report)
    {
        if (owner.Mapping(field) is not { } selector)
            return;
        foreach (var (i, requirement) in selector.Mappings("matchExpressions"))
        {
            var path = at[field]["matchExpressions", i];
            if (requirement.Known("operator") is { } operation && operation.Value is not ("In" or "NotIn" or "Exists" or "DoesNotExist"))
                report.Add(operation, $"'{path["operator"]}' must be 'In', 'NotIn', 'Exists' or 'DoesNotExist', not '{operation.Value}'");
            Check(requirement, path, report);
        }
    }

    /// <summary>Checks a term that selects nodes by their labels and fields.</summary>
    public static void CheckTerm(YamlMapping term, FieldPath at, ObjectReport report)
    {
        foreach (var (i, requirement) in term.Mappings("matchExpressions"))
            Check(requirement, at["matchExpressions", i], report);
        foreach (var (i, requirement) in term.Mappings("matchFields"))
            CheckField(requirement, at["matchFields", i], report);
    }

    private static void Check(YamlMapping requirement, FieldPath at, ObjectReport report)
    {
        if (requirement.Known("key") is { } key && NameSyntax.LabelKey(key.Value) is { } problem)
            report.Add(key, $"'{at["key"]}' is '{key.Value}', which {problem}");
        if (requirement.Known("operator") is not { } operation || Count(requirement) is not { } count)
            return;
        switch (operation.Value)
        {
            case "In" or "NotIn" when count == 0:
                report.Add(requirement.KeyOf("values") ?? operation, $"'{at["values"]}' is needed with '{operation.Value}'");
                break;
            case "Exists" or "DoesNotExist" when count > 0:
                report.Add(requirement.Place("values"), $"'{at["values"]}' may not be set with '{operation.Value}'");
                break;
            case "Gt" or "Lt" when count != 1:
                report.Add(requirement.KeyOf("values") ?? operation, $"'{at["values"]}' must have one item with '{operation.Value}', and has {count}");
                break;
        }
    }

    private static void CheckField(YamlMapping requirement, FieldPath at, ObjectReport report)
    {
        if (requirement.Known("key") is { } key && key.Value != "metadata.name")
            report.Add(key, $"'{at["key"]}' must be 'metadata.name', not '{key.Value}'");
        if (requirement.Known("operator") is { Value: "In" or "NotIn" } && Count(requirement) is { } count && count != 1)
            report.Add(requirement.Place("values"), $"'{at["values"]}' must have one item, and has {count}");
    }

    private static int? Count(YamlMapping requirement) => requirement.HasNone("values") ? 0 : requirement.Sequence("values")?.Items.Length;
}
