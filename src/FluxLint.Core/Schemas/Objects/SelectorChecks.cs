using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>A workload selects the pods that it makes (<c>ValidatePodTemplateSpecForReplicaSet</c> and its kin).</summary>
internal static class SelectorChecks
{
    public static void Check(YamlMapping spec, ObjectReport report)
    {
        RequirementChecks.CheckSelector(spec, "selector", ObjectPath.Spec, report);
        if (spec.Mapping("selector") is not { } selector || spec.Mapping("template") is not { } template || ValueTypes.IsOpen(selector))
            return;
        var key = spec.KeyOf("selector") ?? selector;
        if (IsText(template, "metadata") || template.Mapping("metadata") is { } metadata && IsText(metadata, "labels"))
            return;
        var labels = template.At("metadata", "labels") as YamlMapping;
        if (labels is not null && ValueTypes.IsOpen(labels) || template.HasOpenKeys() || template.Mapping("metadata")?.HasOpenKeys() == true)
            return;
        var (wanted, expressions) = (selector.Mapping("matchLabels")?.Entries ?? [], selector.Sequence("matchExpressions")?.Items ?? []);
        if (wanted.IsEmpty && expressions.IsEmpty)
            report.Add(key, "'spec.selector' must not be empty");
        foreach (var (name, value) in wanted)
        {
            if (name is YamlScalar label && value is YamlScalar text)
                CheckLabel(label, text, labels, report);
        }
        foreach (var (_, expression) in selector.Mappings("matchExpressions"))
            CheckExpression(expression, labels, report);
    }

    private static bool IsText(YamlMapping owner, string field) => owner[field] is YamlScalar { IsNull: false };

    private static void CheckLabel(YamlScalar name, YamlScalar wanted, YamlMapping? labels, ObjectReport report)
    {
        var label = labels?.Scalar(name.Value);
        if (label?.Value == wanted.Value)
            return;
        var has = label is null ? "do not have it" : $"have '{name.Value}: {label.Value}'";
        report.Add(label ?? wanted, $"'spec.selector' asks for '{name.Value}: {wanted.Value}', and the labels of 'spec.template' {has}");
    }

    private static void CheckExpression(YamlMapping expression, YamlMapping? labels, ObjectReport report)
    {
        if (expression.Scalar("key") is not { } key || expression.Scalar("operator") is not { } operation || (operation.Value is "In" or "NotIn" && expression.HasNone("values")))
            return;
        var label = labels?.Scalar(key.Value)?.Value;
        var values = expression.Sequence("values")?.Items.OfType<YamlScalar>().Select(value => value.Value) ?? [];
        var isMatch = operation.Value switch
        {
            "In" => label is not null && values.Contains(label),
            "NotIn" => label is null || !values.Contains(label),
            "Exists" => labels?.Contains(key.Value) == true,
            "DoesNotExist" => labels?.Contains(key.Value) != true,
            _ => true,
        };
        if (!isMatch)
            report.Add(key, $"'spec.selector' has an expression on '{key.Value}' that the labels of 'spec.template' do not match");
    }
}
