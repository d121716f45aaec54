using FluxLint.Cli.Tests.Packaging;

namespace FluxLint.Cli.Tests.MSBuild;

/// <summary>The project in the README does what the README says.</summary>
[Collection(TaskCollection.Name)]
public sealed class ReadmeTests(TaskFeed feed)
{
    [Fact]
    public void The_project_lints()
    {
        using var repository = new SampleRepository(feed);
        repository.Write("lint.proj", SourceTree.ReadmeBlocks("xml").First(block => block.Contains("FluxLint.MSBuild", StringComparison.Ordinal)));
        repository.Restore();

        repository.Build().Succeeded();
        repository.Delete("apps/settings.yaml");
        var broken = repository.Build();

        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("error FLX1001", broken.Output, StringComparison.Ordinal);
    }
}
