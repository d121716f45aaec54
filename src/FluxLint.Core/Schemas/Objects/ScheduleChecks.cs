using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>The schedule of a CronJob can be read (<c>validateScheduleFormat</c>).</summary>
internal static class ScheduleChecks
{
    public static void Check(YamlMapping spec, ObjectReport report)
    {
        if (spec.Known("schedule") is not { } schedule)
            return;
        if (schedule.Value.Contains("TZ", StringComparison.Ordinal))
            report.Add(schedule, "'spec.schedule' cannot have a time zone, which goes into 'spec.timeZone'");
        else if (CronSchedule.Problem(schedule.Value) is { } problem)
            report.Add(schedule, $"'spec.schedule' {problem}");
    }
}
