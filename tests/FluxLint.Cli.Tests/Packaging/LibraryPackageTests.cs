namespace FluxLint.Cli.Tests.Packaging;

/// <summary>What is in the packages that a rule pack is written with.</summary>
[Collection(LibraryCollection.Name)]
public sealed class LibraryPackageTests(LibraryFeed feed)
{
    [Theory]
    [InlineData("FluxLint.Core", "Microsoft.Extensions.Primitives", "Semver", "YamlDotNet")]
    [InlineData("FluxLint.Testing", "FluxLint.Core", "Microsoft.Extensions.Primitives", "Semver", "YamlDotNet")]
    public void A_library_has_its_documentation_and_asks_for_what_it_needs(string package, params string[] dependencies)
    {
        using var archive = feed.Open(package);

        Assert.Equal([$"{package}.dll", $"{package}.xml"], PackageFeed.Names(archive, "lib/net10.0/", ""));
        Assert.Equal(dependencies, PackageFeed.Elements(archive, "dependency").Select(dependency => (string?)dependency.Attribute("id")).Order(StringComparer.Ordinal));
        feed.SaysWhatItIs(package);
    }

    [Fact]
    public void Templates_are_text_with_our_version_in_it()
    {
        using var archive = feed.Open("FluxLint.Templates");
        using var props = new StreamReader(archive.Entries.Single(entry => entry.FullName == "content/pack/Directory.Build.props").Open());

        Assert.Contains($"<FluxLintVersion>{PackageFeed.Version}</FluxLintVersion>", props.ReadToEnd(), StringComparison.Ordinal);
        Assert.Empty(PackageFeed.Names(archive, "", ".dll"));
        Assert.Equal("Template", (string?)PackageFeed.Elements(archive, "packageType").Single().Attribute("name"));
        feed.SaysWhatItIs("FluxLint.Templates");
    }
}
