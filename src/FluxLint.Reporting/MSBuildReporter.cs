namespace FluxLint.Reporting;

/// <summary>Writes one canonical line a finding, in the order of places.</summary>
public sealed class MSBuildReporter : IReporter
{
    /// <inheritdoc/>
    public void Write(LintResult result, Stream output)
    {
        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        foreach (var diagnostic in result.Diagnostics)
            writer.WriteLine(CanonicalLine.Of(diagnostic));
    }
}
