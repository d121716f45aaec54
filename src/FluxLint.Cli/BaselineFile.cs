using FluxLint.Files;
using FluxLint.Reporting;
using FluxLint.Suppressions;
using FluxLint.Text;

namespace FluxLint.Cli;

/// <summary>The baseline that the command line names.</summary>
internal static class BaselineFile
{
    /// <summary>The path of a baseline from the root; null when the file that is named cannot be used.</summary>
    public static string? Find(Session session, RepositoryRoot root, string file, out string problem)
    {
        var full = Path.GetFullPath(file, session.Directory);
        problem = "";
        if (!File.Exists(full))
            problem = $"the baseline '{file}' does not exist; --write-baseline makes one";
        else if (root.Relative(full) is not { } relative)
            problem = $"the baseline '{file}' is not below the repository root '{root.Directory}'";
        else if (Baseline.Read(SourceText.Decode(relative, File.ReadAllBytes(full)), out var unusable) is null)
            problem = $"the baseline cannot be used: {unusable}";
        else
            return relative;
        return null;
    }

    /// <summary>Writes the findings there are; the exit code.</summary>
    public static int Write(Session session, RepositoryRoot root, string file, LintResult result)
    {
        var full = Path.GetFullPath(file, session.Directory);
        // A configuration that is wrong stays to be put right.
        var written = result with { Diagnostics = result.Diagnostics.RemoveAll(diagnostic => diagnostic.Id == Suppressor.InvalidConfiguration) };
        try
        {
            AtomicFile.Write(full, stream => new BaselineReporter().Write(written, stream));
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return session.Fail($"'{file}' cannot be written: {unwritable.Message}");
        }
        var use = root.Relative(full) is { } relative ? $"; 'baseline: {relative}' in fluxlint.yaml or --baseline hides them" : "";
        session.Note($"wrote {Terminal.Summary.Count(written.Diagnostics.Length, "finding")} to '{file}'{use}");
        return ExitCode.Clean;
    }
}
