using System.Diagnostics;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Kustomize;

/// <summary>The oracle: <c>kubectl kustomize</c>.</summary>
internal static class Kubectl
{
    public static bool IsInstalled { get; } = Environment.GetEnvironmentVariable("PATH")?
        .Split(Path.PathSeparator)
        .Any(directory => File.Exists(Path.Combine(directory, "kubectl"))) ?? false;

    /// <summary>The objects that a build prints; null with its reason when it fails.</summary>
    public static (IReadOnlyList<YamlMapping>? Objects, string Error) Build(string directory)
    {
        var start = new ProcessStartInfo("kubectl", ["kustomize", "--load-restrictor=LoadRestrictionsNone", directory])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("kubectl did not start");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            return (null, error.Result);
        var tree = YamlTree.Parse(SourceText.From("kubectl", output));
        return ([.. tree.Documents.Select(document => document.Expanded).OfType<YamlMapping>()], "");
    }
}
