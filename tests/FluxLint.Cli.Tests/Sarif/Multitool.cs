using System.Diagnostics;
using System.Text.Json;

namespace FluxLint.Cli.Tests.Sarif;

/// <summary>The validator of the SARIF project, with its own rules and GitHub's.</summary>
internal static class Multitool
{
    /// <summary>The ids of what it finds in a log.</summary>
    public static List<string> Validate(string log)
    {
        var folder = Directory.CreateTempSubdirectory("fluxlint-sarif-");
        try
        {
            return Validate(log, folder);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> Validate(string log, DirectoryInfo folder)
    {
        Assert.True(MultitoolFactAttribute.TryFind(out var multitool));
        var input = Path.Combine(folder.FullName, "log.sarif");
        var output = Path.Combine(folder.FullName, "validation.sarif");
        File.WriteAllText(input, log);
        var start = new ProcessStartInfo(multitool, ["validate", input, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "--output", output])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start);
        Assert.NotNull(process);
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(File.Exists(output), text);

        using var validation = JsonDocument.Parse(File.ReadAllText(output));
        var run = validation.RootElement.GetProperty("runs")[0];
        // The exit code is 0 even for a log full of errors; this is false when the log was not looked at.
        Assert.True(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean(), text);
        return [.. run.GetProperty("results").EnumerateArray()
            .Select(result => result.GetProperty("ruleId").GetString() ?? "")];
    }
}
