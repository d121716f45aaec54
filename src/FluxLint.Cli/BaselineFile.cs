using System.CommandLine;
using FluxLint.Cli.Commands;
using FluxLint.Files;
using FluxLint.Reporting;
using FluxLint.Suppressions;

namespace FluxLint.Cli;

/// <summary>The baseline that the command line names.</summary>
internal static class BaselineFile
{
    /// <summary>Finds the baseline; false when the file that is named cannot be used.</summary>
    /// <param name="session">The process.</param>
    /// <param name="root">The repository.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="path">As a compilation takes it; one that is being written hides nothing of what it will hold.</param>
    /// <param name="problem">Why it cannot be used.</param>
    public static bool TryFind(Session session, RepositoryRoot root, ParseResult parsed, out string? path, out string problem)
    {
        path = parsed.GetValue(LintArguments.WriteBaseline) is null ? null : "";
        problem = "";
        if (parsed.GetValue(LintArguments.Baseline) is not { } file)
            return true;
        var full = Path.GetFullPath(file, session.Directory);
        path = root.Relative(full);
        // As all that a repository holds: no link leads out of it, and no file is larger than is read.
        var repository = Repository.Open(new DiskFileSystem(root.Directory));
        if (!Path.Exists(full))
            problem = $"the baseline '{file}' does not exist; --write-baseline makes one";
        else if (path is null)
            problem = $"the baseline '{file}' is not below the repository root '{root.Directory}'";
        else if (repository.Text(path) is not { } text)
            problem = $"the baseline '{file}' cannot be read: it is no file of the repository, or too large";
        else if (Baseline.Read(text, out var unusable) is null)
            problem = $"the baseline cannot be used: {unusable}";
        return problem.Length == 0;
    }

    /// <summary>Writes the findings there are; the exit code.</summary>
    public static int Write(Session session, RepositoryRoot root, string file, LintResult result)
    {
        var full = Path.GetFullPath(file, session.Directory);
        // A configuration that is wrong stays to be put right.
        var written = result with { Places = result.Places.RemoveAll(diagnostic => diagnostic.Id == Suppressor.InvalidConfiguration) };
        try
        {
            AtomicFile.Write(full, stream => new BaselineReporter().Write(written, stream));
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return session.Fail($"'{file}' cannot be written: {unwritable.Message}");
        }
        var use = root.Relative(full) is { } relative ? $"; 'baseline: {relative}' in fluxlint.yaml or --baseline hides them" : "";
        session.Note($"wrote {Terminal.Summary.Count(written.Places.Length, "finding")} to '{file}'{use}");
        return ExitCode.Clean;
    }
}
