using System.Globalization;
using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace FluxLint.Cli.Terminal;

/// <summary>Shows where the time of a lint went: its stages, and the rules that took the most of all threads.</summary>
internal static class TimesReport
{
    private const int MostRules = 10;
    private const int NameWidth = 40;

    public static void Write(TextWriter writer, LintTimes times, IEnumerable<RuleInfo> rules)
    {
        foreach (var (name, time) in times.Stages)
            Line(name, time);
        Line("total", times.Stages.Aggregate(TimeSpan.Zero, (sum, stage) => sum + stage.Time));
        writer.WriteLine();
        writer.WriteLine($"the {MostRules} slowest rules, time of all threads:");
        var names = rules.ToDictionary(rule => rule.Id, rule => rule.Name, StringComparer.Ordinal);
        foreach (var (id, time) in times.Rules.OrderByDescending(rule => rule.Value).ThenBy(rule => rule.Key, StringComparer.Ordinal).Take(MostRules))
            Line($"{id} {names.GetValueOrDefault(id)}", time);

        void Line(string name, TimeSpan time) =>
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name.PadRight(NameWidth)} {time.TotalMilliseconds,9:N1} ms"));
    }
}
