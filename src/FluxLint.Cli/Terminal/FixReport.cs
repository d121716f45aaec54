namespace FluxLint.Cli.Terminal;

/// <summary>Tells what fixes do.</summary>
internal sealed class FixReport(Session session, FixResult fixes)
{
    /// <summary>Writes the changes to the output; the exit code says whether there are some.</summary>
    public int WriteDiff()
    {
        using (var writer = new StreamWriter(session.Output, leaveOpen: true) { NewLine = "\n" })
        {
            foreach (var file in fixes.Files)
                UnifiedDiff.Write(writer, new(session.Color), file);
        }
        WriteSummary("would fix");
        return fixes.Files.IsEmpty ? ExitCode.Clean : ExitCode.Findings;
    }

    /// <summary>Says how much is fixed, and what is not, beside the report.</summary>
    /// <param name="verb">What is done with the findings, such as <c>fixed</c>.</param>
    public void WriteSummary(string verb)
    {
        foreach (var refused in fixes.Refused)
            session.Note($"note: {refused.Location}: the fix of {refused.Id} is left out: a build would break, or the finding would stay");
        session.Note($"{verb} {Summary.Count(fixes.Fixed.Length, "finding")} in {Summary.Count(fixes.Files.Length, "file")}");
    }
}
