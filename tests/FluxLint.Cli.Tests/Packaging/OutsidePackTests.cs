namespace FluxLint.Cli.Tests.Packaging;

/// <summary>A pack of five rules for an invented company, which knows our packages and nothing of our projects.</summary>
[Collection(LibraryCollection.Name)]
public sealed class OutsidePackTests(LibraryFeed feed) : IDisposable
{
    private const string Pack = "Brightwater.FluxLint";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fluxlint-outside-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void It_builds_and_its_tests_pass_against_the_packages()
    {
        feed.Serve(folder.FullName);
        var pack = Path.Combine(folder.FullName, Pack);
        SourceTree.CopyTo(pack, $"tests/{Pack}");

        var tests = feed.Run(pack, "dotnet", "test", $"-p:FluxLintVersion={PackageFeed.Version}").Succeeded();

        Assert.Contains("Failed:     0, Passed:    39", tests.Output, StringComparison.Ordinal);
    }
}
