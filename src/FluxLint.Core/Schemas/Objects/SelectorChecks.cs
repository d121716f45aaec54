using FluxLint.Kubernetes;
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
        var requirements = LabelSelector.Of(selector).Requirements;
        if (requirements.IsEmpty)
            report.Add(key, "'spec.selector' must not be empty");
        foreach (var requirement in requirements)
        {
            if (requirement.IsMetBy(labels) == false)
                Tell(requirement, labels?.Scalar(requirement.Key), report);
        }
    }

    private static bool IsText(YamlMapping owner, string field) => owner[field] is YamlScalar { IsNull: false };

    private static void Tell(LabelRequirement requirement, YamlScalar? label, ObjectReport report)
    {
        if (requirement.Node is not { } node)
            return;
        if (requirement is not { Operator: LabelOperator.Equal, Values: [var wanted] })
        {
            report.Add(node, $"'spec.selector' has an expression on '{requirement.Key}' that the labels of 'spec.template' do not match");
            return;
        }
        var has = label is null ? "do not have it" : $"have '{requirement.Key}: {label.Value}'";
        report.Add(label ?? node, $"'spec.selector' asks for '{requirement.Key}: {wanted}', and the labels of 'spec.template' {has}");
    }
}
