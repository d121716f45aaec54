using System.Diagnostics;

namespace FluxLint.Cli.Tests.Hostile;

/// <summary>A test that needs strace, skipped where it is not installed or may not trace.</summary>
internal sealed class StraceTheoryAttribute : TheoryAttribute
{
    private static readonly Lazy<bool> Works = new(() =>
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("strace", ["-o", "/dev/null", "true"]) { RedirectStandardError = true });
            process?.WaitForExit();
            return process?.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    });

    public StraceTheoryAttribute()
    {
        if (!Works.Value)
            Skip = "strace is not installed, or may not trace";
    }
}
