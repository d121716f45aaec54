using System.IO.Compression;
using System.Runtime.InteropServices;

namespace FluxLint.Cli.Tests.Packaging;

/// <summary>What is in the package of the command.</summary>
[Collection(ToolCollection.Name)]
public sealed class ToolPackageTests(ToolFeed feed)
{
    private static readonly string Platform = RuntimeInformation.RuntimeIdentifier;

    [Fact]
    public void It_is_for_every_platform()
    {
        using var package = feed.Open();

        Assert.Contains("fluxlint.dll", PackageFeed.Names(package, "tools/net10.0/any/", ".dll"));
        Assert.Equal("DotnetTool", (string?)PackageFeed.Elements(package, "packageType").Single().Attribute("name"));
        Assert.Contains("Runner=\"dotnet\"", Settings(package, "any"), StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_what_it_is() => feed.SaysWhatItIs();

    [NativeFact]
    public void It_has_a_native_program_for_the_platform_that_packs()
    {
        using var package = feed.Open();

        Assert.Equal(["DotnetToolSettings.xml", "fluxlint"], PackageFeed.Names(package, $"tools/net10.0/{Platform}/", ""));
        Assert.Contains("Runner=\"executable\"", Settings(package, Platform), StringComparison.Ordinal);
    }

    [NativeFact]
    public void What_is_linked_with_glibc_is_not_for_platforms_of_musl()
    {
        using var package = feed.Open();

        Assert.Equal(PackageFeed.Names(package, "tools/net10.0/any/", ""), PackageFeed.Names(package, $"tools/net10.0/{Platform.Replace("linux-", "linux-musl-", StringComparison.Ordinal)}/", ""));
    }

    private static string Settings(ZipArchive package, string platform)
    {
        using var settings = new StreamReader(package.Entries.Single(entry => entry.FullName == $"tools/net10.0/{platform}/DotnetToolSettings.xml").Open());
        return settings.ReadToEnd();
    }
}
