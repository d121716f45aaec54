using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>How often a Job runs its pods, and which are its own (<c>validateJobSpec</c>, <c>validateGeneratedSelector</c>).</summary>
internal static class JobChecks
{
    private static readonly string[] Counts = ["parallelism", "completions", "activeDeadlineSeconds", "backoffLimit", "ttlSecondsAfterFinished"];

    // What the API server selects the pods of a Job by.
    private static readonly string[] Generated = ["controller-uid", "job-name", "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name"];

    /// <summary>Checks a Job.</summary>
    public static void Check(YamlMapping spec, ObjectReport report)
    {
        CheckCounts(spec, ObjectPath.Spec, report);
        if (spec["manualSelector"] is not (null or YamlScalar { IsNull: true } or YamlScalar { Kind: ScalarKind.Boolean, CanonicalValue: "false" }))
            return;
        foreach (var entry in spec.Mapping("selector")?.Mapping("matchLabels")?.Entries ?? [])
        {
            if (entry.Name is { } label && !ValueTypes.HasVariable(label) && !Generated.Contains(label))
                report.Add(entry.Key, $"'spec.selector' is made by the API server, and cannot ask for '{label}' without 'manualSelector: true'");
        }
    }

    /// <summary>Checks the Jobs of a CronJob.</summary>
    public static void CheckTemplate(YamlMapping spec, ObjectPath at, ObjectReport report)
    {
        CheckCounts(spec, at, report);
        if (spec.IsSet("selector"))
            report.Add(spec.Place("selector"), $"'{at["selector"]}' may not be set, as the API server makes it");
        if (spec.IsTrue("manualSelector"))
            report.Add(spec.Place("manualSelector"), $"'{at["manualSelector"]}' may not be true, as the API server makes the selector");
    }

    private static void CheckCounts(YamlMapping spec, ObjectPath at, ObjectReport report)
    {
        foreach (var count in Counts)
            report.Bound(spec, count, at, 0);
        // Without both the API server fills in 1.
        if (spec.Known("completionMode") is { Value: "Indexed" } mode && !spec.Has("completions") && spec.IsSet("parallelism"))
            report.Add(mode, $"'{at["completions"]}' is needed with the mode 'Indexed'");
        if (spec.IsSet("podFailurePolicy") && spec.At("template", "spec") is YamlMapping pod && pod.Known("restartPolicy") is { Value: "OnFailure" } policy)
            report.Add(policy, $"'{at["template"]["spec"]["restartPolicy"]}' must be 'Never' with 'podFailurePolicy'");
    }
}
