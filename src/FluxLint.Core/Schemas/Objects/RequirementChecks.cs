using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>The expressions of label and node selectors (<c>ValidateLabelSelector</c>, <c>ValidateNodeSelector</c>).</summary>
internal static class RequirementChecks
{
    /// <summary>Checks a label selector in a field.</summary>
    public static void CheckSelector(YamlMapping owner, string field, ObjectPath at, ObjectReport report)
    {
        if (owner.Mapping(field) is not { } selector)
            return;
        CheckLabels(selector, "matchLabels", at[field], report);
        foreach (var (i, requirement) in selector.Mappings("matchExpressions"))
        {
            var path = at[field]["matchExpressions", i];
            if (requirement.Known("operator") is { } operation && operation.Value is not ("In" or "NotIn" or "Exists" or "DoesNotExist"))
                report.Add(operation, $"'{path["operator"]}' must be 'In', 'NotIn', 'Exists' or 'DoesNotExist', not '{operation.Value}'");
            Check(requirement, path, report);
            foreach (var (j, value) in requirement.Texts("values"))
            {
                if (NameSyntax.LabelValue(value.Value) is { } problem)
                    report.Add(value, $"'{path["values", j]}' is '{value.Value}', and the value of a label {problem}");
            }
        }
    }

    /// <summary>Checks labels that are asked for.</summary>
    public static void CheckLabels(YamlMapping owner, string field, ObjectPath at, ObjectReport report)
    {
        foreach (var (key, value) in owner.Mapping(field)?.Entries ?? [])
        {
            if (key is not YamlScalar name || ValueTypes.HasVariable(name.Value))
                continue;
            if (NameSyntax.LabelKey(name.Value) is { } problem)
                report.Add(name, $"'{at[field]}' has the label '{name.Value}', which {problem}");
            else if (value is YamlScalar { Kind: ScalarKind.String } text && !ValueTypes.HasVariable(text.Value) && NameSyntax.LabelValue(text.Value) is { } wrong)
                report.Add(text, $"'{at[field][name.Value]}' is '{text.Value}', and the value of a label {wrong}");
        }
    }

    /// <summary>Checks a term that selects nodes by their labels and fields.</summary>
    public static void CheckTerm(YamlMapping term, ObjectPath at, ObjectReport report)
    {
        foreach (var (i, requirement) in term.Mappings("matchExpressions"))
            Check(requirement, at["matchExpressions", i], report);
        foreach (var (i, requirement) in term.Mappings("matchFields"))
            CheckField(requirement, at["matchFields", i], report);
    }

    private static void Check(YamlMapping requirement, ObjectPath at, ObjectReport report)
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

    private static void CheckField(YamlMapping requirement, ObjectPath at, ObjectReport report)
    {
        if (requirement.Known("key") is { } key && key.Value != "metadata.name")
            report.Add(key, $"'{at["key"]}' must be 'metadata.name', not '{key.Value}'");
        if (requirement.Known("operator") is { Value: "In" or "NotIn" } && Count(requirement) is { } count && count != 1)
            report.Add(requirement.Place("values"), $"'{at["values"]}' must have one item, and has {count}");
    }

    private static int? Count(YamlMapping requirement) => requirement.HasNone("values") ? 0 : requirement.Sequence("values")?.Items.Length;
}
