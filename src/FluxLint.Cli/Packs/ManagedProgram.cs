using System.ComponentModel;
using System.Diagnostics;

namespace FluxLint.Cli.Packs;

/// <summary>The program of the same package that .NET runs, which can load what the native one cannot.</summary>
internal static class ManagedProgram
{
    private const string File = "fluxlint.dll";

    // From the folder of the native program: in a package for one platform, and in one for all.
    private static readonly string[] Places = [$"managed/{File}", $"../any/{File}"];

    /// <summary>Has it do what this process was asked for; the exit code.</summary>
    public static int Run(Session session, CancellationToken cancellation)
    {
        if (Array.Find(Places, place => System.IO.File.Exists(Path.Join(AppContext.BaseDirectory, place))) is not { } place)
            return session.Fail("packs are run by the managed program, which is not beside this one: the package FluxLint has both");
        if (Dotnet() is not { } dotnet)
            return session.Fail("packs are run by .NET 10, and there is no 'dotnet' in DOTNET_ROOT or on the PATH");
        var start = new ProcessStartInfo(dotnet, [Path.GetFullPath(place, AppContext.BaseDirectory), .. session.Arguments]) { WorkingDirectory = session.Directory, UseShellExecute = false };
        try
        {
            using var process = Process.Start(start) ?? throw new Win32Exception();
            using var ending = cancellation.Register(process.Kill);
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            return process.ExitCode;
        }
        catch (Win32Exception failure)
        {
            return session.Fail($"'{dotnet}' cannot be started: {failure.Message}");
        }
    }

    // Systems look in the working directory first, which may be that of a repository: only full paths count.
    private static string? Dotnet()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Prepend(Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "")
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Join(folder, name))
            .Prepend(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "")
            .FirstOrDefault(System.IO.File.Exists);
    }
}
