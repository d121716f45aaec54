using FluxLint.Reporting;

namespace FluxLint.Cli;

/// <summary>Adds a report to the summary that GitHub Actions shows of a job.</summary>
internal static class StepSummary
{
    /// <summary>Writes behind what earlier commands of the step wrote, and no more than GitHub takes of all of it.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Writing it is not permitted.</exception>
    public static void Append(string file, LintResult result)
    {
        using var stream = new FileStream(file, FileMode.Append, FileAccess.Write);
        var room = MarkdownOptions.StepSummaryBytes - stream.Length;
        if (room > 0)
            new MarkdownReporter(new() { MaximumBytes = (int)room }).Write(result, stream);
    }
}
