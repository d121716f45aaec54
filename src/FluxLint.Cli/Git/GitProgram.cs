using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace FluxLint.Cli.Git;

/// <summary>Starts git in a repository so that nothing which the repository holds, its own configuration included, makes it run other programs.</summary>
/// <param name="program">Full path of the program.</param>
/// <param name="directory">Where it works.</param>
internal sealed class GitProgram(string program, string directory)
{
    /// <summary>What keeps to objects: no hook, watcher, pager or lock, and no transport, which is how a partial clone would fetch what it lacks.</summary>
    private static readonly string[] Overrides =
    [
        "--no-pager", "--no-optional-locks", "--no-replace-objects",
        "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false", "-c", "protocol.allow=never",
    ];

    /// <summary>What a hook that calls us has set for itself, and would lead elsewhere.</summary>
    private static readonly string[] Misleading = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE"];

    /// <summary>The git of the user for a directory.</summary>
    /// <exception cref="GitException">There is none.</exception>
    public static GitProgram In(string directory) => new(Find() ?? throw new GitException("git is not installed, or not on the PATH"), directory);

    /// <summary>Starts git with both ends of its standard streams here.</summary>
    public Process Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, [.. Overrides, .. arguments])
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in Misleading)
            start.Environment.Remove(name);
        start.Environment["GIT_ALLOW_PROTOCOL"] = "none";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["LC_ALL"] = "C";
        try
        {
            return Process.Start(start) ?? throw new GitException($"'{program}' cannot be started");
        }
        catch (Win32Exception failure)
        {
            throw new GitException($"'{program}' cannot be started: {failure.Message}");
        }
    }

    /// <summary>Everything that git prints, and what it says when it fails; null when it does not.</summary>
    public (byte[] Output, string? Problem) Run(params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return (output.ToArray(), process.ExitCode == 0 ? null : errors.GetAwaiter().GetResult().Trim());
    }

    /// <summary>What git prints as text without the line feed at its end; null when it fails.</summary>
    public string? Ask(params IEnumerable<string> arguments) => Run(arguments) is { Problem: null } answer ? Encoding.UTF8.GetString(answer.Output).TrimEnd('\n', '\r') : null;

    // Systems look in the working directory first, which may be that of a repository: only full paths count.
    private static string? Find()
    {
        var name = OperatingSystem.IsWindows() ? "git.exe" : "git";
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Join(folder, name))
            .FirstOrDefault(File.Exists);
    }
}
