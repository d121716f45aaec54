using System.Collections.Frozen;
using System.Globalization;

namespace FluxLint.Schemas;

/// <summary>Schedules as Kubernetes reads them (robfig/cron v3, <c>ParseStandard</c>).</summary>
internal static class CronSchedule
{
    private static readonly FrozenSet<string> Descriptors = FrozenSet.Create(
        StringComparer.Ordinal,
        "@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");

    private static readonly Field[] Fields =
    [
        new("minute", 0, 59, []),
        new("hour", 0, 23, []),
        new("day of the month", 1, 31, []),
        new("month", 1, 12, ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]),
        new("day of the week", 0, 6, ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
    ];

    /// <summary>What is wrong with a schedule; null when nothing is.</summary>
    public static string? Problem(string schedule)
    {
        if (schedule.Length == 0)
            return "must not be empty";
        if (schedule.StartsWith('@'))
            return Descriptors.Contains(schedule) || schedule.StartsWith("@every ", StringComparison.Ordinal) ? null : $"has no descriptor '{schedule}'";
        var parts = schedule.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != Fields.Length)
            return $"must have 5 fields, and has {parts.Length}";
        return Fields.Zip(parts, (field, part) => field.Problem(part)).FirstOrDefault(problem => problem is not null);
    }

    private sealed record Field(string Name, int Least, int Most, string[] Words)
    {
        public string? Problem(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(ProblemOfRange).FirstOrDefault(problem => problem is not null);

        private string? ProblemOfRange(string range)
        {
            var steps = range.Split('/');
            var bounds = steps[0].Split('-');
            if (steps.Length > 2 || (bounds.Length > 2 && bounds[0] is not ("*" or "?")))
                return Unreadable(range);
            if (steps.Length == 2 && (Number(steps[1]) is not { } step || step == 0))
                return $"has '{range}' as its {Name}, with a step that is no positive number";
            if (bounds[0] is "*" or "?")
                return null;
            if (Read(bounds[0]) is not { } first || Read(bounds[^1]) is not { } written)
                return Unreadable(range);
            var last = bounds.Length == 1 && steps.Length == 2 ? Most : written;
            if (first < Least || last > Most)
                return $"has '{range}' as its {Name}, which goes from {Least} to {Most}";
            return first > last ? $"has '{range}' as its {Name}, which ends before it starts" : null;
        }

        private string Unreadable(string range) => $"has '{range}' as its {Name}, which cannot be read";

        private int? Read(string text) => Array.IndexOf(Words, text.ToLowerInvariant()) is >= 0 and var word ? word + Least : Number(text);

        private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
