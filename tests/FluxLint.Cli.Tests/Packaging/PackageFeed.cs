using System.Reflection;

namespace FluxLint.Cli.Tests.Packaging;

/// <summary>A folder with our packages, made of what is built, and a folder that they are restored to.</summary>
public sealed class PackageFeed : IDisposable
{
    private static readonly string Configuration =
        typeof(PackageFeed).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fluxlint-packages-");

    public PackageFeed()
    {
        Pack("FluxLint.Cli");
        Pack("FluxLint.MSBuild", "-p:IsPackable=true");
    }

    /// <summary>The version of the packages.</summary>
    public static string Version => typeof(Linter).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>The folder that is a source of packages.</summary>
    public string Source => Path.Combine(folder.FullName, "feed");

    /// <summary>The folder that packages are restored to, so that those of the machine stay out of it.</summary>
    public string Packages => Path.Combine(folder.FullName, "packages");

    public string PathOf(string package) => Path.Combine(Source, $"{package}.{Version}.nupkg");

    public void Dispose() => folder.Delete(recursive: true);

    private void Pack(string project, params string[] options) => ToolRun
        .Of(SourceTree.Root, "dotnet", ["pack", $"src/{project}", "--no-build", "--configuration", Configuration, "--output", Source, .. options])
        .Succeeded();
}
