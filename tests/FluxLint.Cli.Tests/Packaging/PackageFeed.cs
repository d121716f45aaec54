using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;

namespace FluxLint.Cli.Tests.Packaging;

/// <summary>A folder with one of our packages, made of what is built, and a folder that it is restored to.</summary>
public abstract class PackageFeed : IDisposable
{
    private static readonly string Configuration =
        typeof(PackageFeed).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fluxlint-packages-");
    private readonly string package;

    protected PackageFeed(string package, string project, params string[] options)
    {
        this.package = package;
        Pack(project, options);
    }

    /// <summary>The version of the packages.</summary>
    public static string Version => typeof(Linter).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>The folder that is a source of packages.</summary>
    public string Source => Path.Combine(folder.FullName, "feed");

    /// <summary>The folder that packages are restored to, so that those of the machine stay out of it.</summary>
    public string Packages => Path.Combine(folder.FullName, "packages");

    public ZipArchive Open() => Open(package);

    /// <summary>Opens one of several packages.</summary>
    public ZipArchive Open(string name) => ZipFile.OpenRead(Path.Combine(Source, $"{name}.{Version}.nupkg"));

    /// <summary>Asserts that the package has what a feed shows of it.</summary>
    public void SaysWhatItIs() => SaysWhatItIs(package);

    /// <summary>Asserts it of one of several packages.</summary>
    public void SaysWhatItIs(string name)
    {
        using var archive = Open(name);

        Assert.Equal("Apache-2.0", Elements(archive, "license").Single().Value);
        Assert.Equal("git", (string?)Elements(archive, "repository").Single().Attribute("type"));
        foreach (var kind in (string[])["icon", "readme"])
            Assert.NotNull(archive.GetEntry(Elements(archive, kind).Single().Value));
    }

    public static IEnumerable<XElement> Elements(ZipArchive archive, string name)
    {
        using var manifest = archive.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(manifest).Descendants().Where(element => element.Name.LocalName == name);
    }

    public static IEnumerable<string> Names(ZipArchive archive, string folder, string extension) =>
        archive.Entries
            .Where(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal) && entry.Name.EndsWith(extension, StringComparison.Ordinal))
            .Select(entry => entry.Name)
            .Order(StringComparer.Ordinal);

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Adds the package of a project, as it is built.</summary>
    protected void Pack(string project, params string[] options) => ToolRun
        .Of(SourceTree.Root, "dotnet", ["pack", $"src/{project}", "--no-build", "--configuration", Configuration, "--output", Source, .. options])
        .Succeeded();
}
