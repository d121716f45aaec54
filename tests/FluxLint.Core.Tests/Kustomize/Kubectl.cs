using System.Diagnostics;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Core.Tests.Kustomize;

/// <summary>The oracle: <c>kubectl kustomize</c>.</summary>
internal static class Kubectl
{
    public static bool IsInstalled { get; } = Environment.GetEnvironmentVariable("PATH")?
        .Split(Path.PathSeparator)
        .Any(directory => File.Exists(Path.Combine(directory, "kubectl"))) ?? false;

    /// <summary>The version of kustomize in it.</summary>
    public static KustomizeVersion Version { get; } = IsInstalled ? ReadVersion() : KustomizeVersion.Newest;

    /// <summary>What a build prints; null with its reason when it fails.</summary>
    public static (string? Output, string Error) Print(string directory, LoadRestrictor restrictor)
    {
        var start = new ProcessStartInfo("kubectl", ["kustomize", $"--load-restrictor=LoadRestrictions{restrictor}", directory])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("kubectl did not start");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? (output, "") : (null, error.Result);
    }

    private static KustomizeVersion ReadVersion()
    {
        using var process = Process.Start(new ProcessStartInfo("kubectl", ["version", "--client"]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("kubectl did not start");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return KustomizeVersion.Parse(output[(output.LastIndexOf(':') + 1)..].Trim()) ?? KustomizeVersion.Newest;
    }
}
