using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>When a CronJob runs can be read (<c>validateScheduleFormat</c>, <c>validateTimeZone</c>).</summary>
internal static class ScheduleChecks
{
    private const int LongestPart = 14;

    public static void Check(YamlMapping spec, ObjectReport report)
    {
        foreach (var count in new[] { "startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit" })
            report.Bound(spec, count, ObjectPath.Spec, 0);
        CheckZone(spec, report);
        if (spec.At("jobTemplate", "spec") is YamlMapping job && !job.HasOpenKeys())
            JobChecks.CheckTemplate(job, ObjectPath.Spec["jobTemplate"]["spec"], report);
        if (spec.Known("schedule") is not { } schedule)
            return;
        if (schedule.Value.Contains("TZ", StringComparison.Ordinal))
            report.Add(schedule, "'spec.schedule' cannot have a time zone, which goes into 'spec.timeZone'");
        else if (CronSchedule.Problem(schedule.Value) is { } problem)
            report.Add(schedule, $"'spec.schedule' {problem}");
    }

    /// <summary>Whether there is a zone of a name, only the API server knows.</summary>
    private static void CheckZone(YamlMapping spec, ObjectReport report)
    {
        if (spec.Known("timeZone") is not { } zone)
            return;
        if (zone.Value.Equals("Local", StringComparison.OrdinalIgnoreCase))
            report.Add(zone, $"'spec.timeZone' must be the name of a time zone such as 'Europe/Berlin', not '{zone.Value}'");
        else if (!zone.Value.Split('/').All(IsPart))
            report.Add(zone, $"'spec.timeZone' is '{zone.Value}', which is no name of a time zone such as 'Europe/Berlin'");
    }

    private static bool IsPart(string text) =>
        text.Length is > 0 and <= LongestPart && text is not ("." or "..") && text[0] != '-' && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' or '+');
}
