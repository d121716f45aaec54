using System.Xml.Linq;
using FluxLint.Cli.Tests.Commands;

namespace FluxLint.Cli.Tests.Packaging;

/// <summary>Builds what <c>fluxlint new</c> and <c>dotnet new</c> write, against the packages alone.</summary>
[Collection(LibraryCollection.Name)]
public sealed class ScaffoldTests : IDisposable
{
    private const string Pack = "Contoso.FluxLint";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fluxlint-scaffold-");
    private readonly LibraryFeed feed;

    public ScaffoldTests(LibraryFeed feed)
    {
        this.feed = feed;
        feed.Serve(folder.FullName);
    }

    private string Root => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_pack_and_a_rule_build_test_and_pack_in_a_repository_with_ways_of_its_own()
    {
        Write("Directory.Build.props", "<Project><PropertyGroup><TargetFramework>net472</TargetFramework><TreatWarningsAsErrors>true</TreatWarningsAsErrors><AnalysisMode>All</AnalysisMode><UseArtifactsOutput>true</UseArtifactsOutput></PropertyGroup></Project>");
        Write("Directory.Build.targets", "<Project><Target Name=\"Never\" BeforeTargets=\"CoreCompile\"><Error Text=\"not here\" /></Target></Project>");
        Write("Directory.Packages.props", "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup></Project>");
        Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.CA1062.severity = error\ndotnet_diagnostic.CA1515.severity = error\n");
        Assert.Equal(0, (await CommandRun.Of(Root, "new", "pack", Pack)).ExitCode);
        var pack = Path.Combine(Root, Pack);
        Assert.Equal(0, (await CommandRun.Of(pack, "new", "rule", "missing-limit")).ExitCode);

        var tests = feed.Run(pack, "dotnet", "test").Succeeded();
        feed.Run(pack, "dotnet", "pack", "--output", "artifacts").Succeeded();

        Assert.Contains("Failed:     0, Passed:    17", tests.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(pack, "artifacts", $"{Pack}.0.1.0.nupkg")));
    }

    [Fact]
    public async Task The_templates_of_dotnet_new_write_the_same()
    {
        feed.Run(Root, "dotnet", "new", "install", Path.Combine(feed.Source, $"FluxLint.Templates.{PackageFeed.Version}.nupkg")).Succeeded();
        folder.CreateSubdirectory("theirs");
        folder.CreateSubdirectory("ours");
        feed.Run(Path.Combine(Root, "theirs"), "dotnet", "new", "fluxlint-pack", "--name", Pack).Succeeded();
        feed.Run(Path.Combine(Root, "theirs", Pack), "dotnet", "new", "fluxlint-rule", "--name", "MissingTeamLimit", "--pack", Pack, "--id", "CONTOSO002").Succeeded();

        await CommandRun.Of(Path.Combine(Root, "ours"), "new", "pack", Pack);
        await CommandRun.Of(Path.Combine(Root, "ours", Pack), "new", "rule", "MissingTeamLimit");

        var list = Path.Combine(Root, "ours", Pack, "src", Pack, "Pack.cs");
        File.WriteAllText(list, File.ReadAllText(list).Replace("        new MissingTeamLimit(),\n", "", StringComparison.Ordinal));
        Assert.Equal(Files("ours"), Files("theirs"));
    }

    [Fact]
    public void The_templates_take_the_packages_of_tests_that_we_take()
    {
        var ours = XDocument.Load(Path.Combine(SourceTree.Root, "src", "Packages.props")).Descendants("PackageVersion").ToDictionary(version => (string?)version.Attribute("Include") ?? "", version => (string?)version.Attribute("Version"));
        var theirs = XDocument.Load(Path.Combine(SourceTree.Root, "src", "FluxLint.Templates", "content", "pack", "tests", "Company.FluxLint.Tests", "Company.FluxLint.Tests.csproj"));

        Assert.All(
            theirs.Descendants("PackageReference").Where(reference => (string?)reference.Attribute("Include") != "FluxLint.Testing"),
            reference => Assert.Equal(ours[(string?)reference.Attribute("Include") ?? ""], (string?)reference.Attribute("Version")));
    }

    private SortedDictionary<string, string> Files(string below) => new(
        Directory.EnumerateFiles(Path.Combine(Root, below), "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(Path.Combine(Root, below), file), File.ReadAllText),
        StringComparer.Ordinal);

    private void Write(string path, string text) => File.WriteAllText(Path.Combine(Root, path), text);
}
