using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace FluxLint.Cli.Tests.Packaging;

/// <summary>What is in our packages.</summary>
[Collection(PackageCollection.Name)]
public sealed class PackageTests(PackageFeed feed)
{
    [Fact]
    public void The_task_has_its_dependencies_beside_it_and_asks_for_none()
    {
        using var package = ZipFile.OpenRead(feed.PathOf("FluxLint.MSBuild"));

        Assert.Equal(
            ["FluxLint.Core.dll", "FluxLint.MSBuild.dll", "FluxLint.Reporting.dll", "FluxLint.Rules.dll", "Microsoft.Extensions.Primitives.dll", "Semver.dll", "YamlDotNet.dll"],
            Names(package, "tasks/net10.0/", ".dll"));
        Assert.Equal(["FluxLint.Core.pdb", "FluxLint.MSBuild.pdb", "FluxLint.Reporting.pdb", "FluxLint.Rules.pdb"], Names(package, "tasks/net10.0/", ".pdb"));
        Assert.Equal(["FluxLint.MSBuild.props", "FluxLint.MSBuild.targets", "FluxLint.proj"], Names(package, "build/", ""));
        Assert.Empty(Elements(package, "dependency"));
        Assert.Equal("true", Elements(package, "developmentDependency").Single().Value);
    }

    [Fact]
    public void The_tool_is_for_every_platform()
    {
        using var package = ZipFile.OpenRead(feed.PathOf("FluxLint"));

        Assert.Contains(package.Entries, entry => entry.FullName == "tools/net10.0/any/fluxlint.dll");
        Assert.Equal("DotnetTool", (string?)Elements(package, "packageType").Single().Attribute("name"));
    }

    [Fact]
    public void The_tool_has_code_for_the_platform_that_packs_beside_what_every_other_takes()
    {
        using var package = ZipFile.OpenRead(feed.PathOf("FluxLint"));
        using var deps = new StreamReader(package.Entries.Single(entry => entry.Name == "fluxlint.deps.json").Open());

        var assemblies = package.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)).ToLookup(entry => entry.FullName.Contains("/runtimes/", StringComparison.Ordinal));
        Assert.Equal(assemblies[false].Select(entry => entry.Name).Order(), assemblies[true].Select(entry => entry.Name).Order());
        Assert.Equal(assemblies[true].Count(), JsonNode.Parse(deps.ReadToEnd())?["targets"]?[".NETCoreApp,Version=v10.0"]?.AsObject().Count(library => library.Value?["runtimeTargets"] is not null));
    }

    [Theory]
    [InlineData("FluxLint")]
    [InlineData("FluxLint.MSBuild")]
    public void A_package_says_what_it_is(string name)
    {
        using var package = ZipFile.OpenRead(feed.PathOf(name));

        Assert.Equal("Apache-2.0", Elements(package, "license").Single().Value);
        Assert.Equal("git", (string?)Elements(package, "repository").Single().Attribute("type"));
        foreach (var kind in (string[])["icon", "readme"])
            Assert.NotNull(package.GetEntry(Elements(package, kind).Single().Value));
    }

    private static IEnumerable<string> Names(ZipArchive package, string folder, string extension) =>
        package.Entries
            .Where(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal) && entry.Name.EndsWith(extension, StringComparison.Ordinal))
            .Select(entry => entry.Name)
            .Order(StringComparer.Ordinal);

    private static IEnumerable<XElement> Elements(ZipArchive package, string name)
    {
        using var manifest = package.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(manifest).Descendants().Where(element => element.Name.LocalName == name);
    }
}
