namespace FluxLint.Reporting;

/// <summary>Writes what a lint found in one format. The same result gives the same bytes.</summary>
public interface IReporter
{
    /// <summary>Writes the whole report as UTF-8 without a byte order mark, and leaves the stream open.</summary>
    void Write(LintResult result, Stream output);
}
