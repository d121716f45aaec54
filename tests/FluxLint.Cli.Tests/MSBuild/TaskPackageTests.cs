using FluxLint.Cli.Tests.Packaging;

namespace FluxLint.Cli.Tests.MSBuild;

/// <summary>What is in the package of the task.</summary>
[Collection(TaskCollection.Name)]
public sealed class TaskPackageTests(TaskFeed feed)
{
    [Fact]
    public void It_has_its_dependencies_beside_it_and_asks_for_none()
    {
        using var package = feed.Open();

        Assert.Equal(
            ["FluxLint.Core.dll", "FluxLint.MSBuild.dll", "FluxLint.Packs.dll", "FluxLint.Reporting.dll", "FluxLint.Rules.dll", "Microsoft.Extensions.Primitives.dll", "NuGet.Versioning.dll", "Semver.dll", "YamlDotNet.dll"],
            PackageFeed.Names(package, "tasks/net10.0/", ".dll"));
        Assert.Equal(["FluxLint.Core.pdb", "FluxLint.MSBuild.pdb", "FluxLint.Packs.pdb", "FluxLint.Reporting.pdb", "FluxLint.Rules.pdb"], PackageFeed.Names(package, "tasks/net10.0/", ".pdb"));
        Assert.Equal(["FluxLint.MSBuild.props", "FluxLint.MSBuild.targets", "FluxLint.proj"], PackageFeed.Names(package, "build/", ""));
        Assert.Empty(PackageFeed.Elements(package, "dependency"));
        Assert.Equal("true", PackageFeed.Elements(package, "developmentDependency").Single().Value);
    }

    [Fact]
    public void It_says_what_it_is() => feed.SaysWhatItIs();
}
