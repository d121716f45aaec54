using System.Diagnostics;

namespace FluxLint.Cli.Tests.Packaging;

/// <summary>One run of another program: its exit code, and what it printed to both outputs.</summary>
internal sealed record ToolRun(int ExitCode, string Output)
{
    private static readonly (string Name, string Value)[] Environment =
    [
        // No server may outlive a test.
        ("MSBUILDDISABLENODEREUSE", "1"),
        ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"),
        ("UseSharedCompilation", "false"),
        // Compilers end before what is measured for them pays.
        ("DOTNET_TieredPGO", "0"),
        ("DOTNET_NOLOGO", "1"),
        ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
        ("DOTNET_CLI_UI_LANGUAGE", "en"),
    ];

    public static ToolRun Of(string directory, string program, params string[] arguments) => Of(directory, [], program, arguments);

    public static ToolRun Of(string directory, IReadOnlyCollection<(string Name, string Value)> environment, string program, params string[] arguments)
    {
        using var process = Start(directory, environment, program, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output + error.GetAwaiter().GetResult());
    }

    /// <summary>Starts a program, whose outputs are to be read.</summary>
    public static Process Start(string directory, IReadOnlyCollection<(string Name, string Value)> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // `dotnet test` leaves its own settings to its children, and git does when it runs as a hook.
        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(inherited);
        foreach (var (name, value) in Environment.Concat(environment))
            start.Environment[name] = value;

        return Process.Start(start) ?? throw new InvalidOperationException(program);
    }

    /// <summary>The run, when it ended well.</summary>
    public ToolRun Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    /// <summary>Whether a program is there to be run.</summary>
    public static bool CanRun(string program)
    {
        try
        {
            return Of(Path.GetTempPath(), program, "--version").ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
