using FluxLint.Cli.Tests.Packaging;

namespace FluxLint.Cli.Tests.MSBuild;

/// <summary>A solution whose projects all use the package.</summary>
[Collection(TaskCollection.Name)]
public sealed class SolutionTests(TaskFeed feed)
{
    [Fact]
    public void A_finding_is_reported_once_a_build()
    {
        using var repository = new SampleRepository(feed);
        repository.Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <TargetFrameworks>net10.0</TargetFrameworks>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="FluxLint.MSBuild" Version="{PackageFeed.Version}" />
              </ItemGroup>
            </Project>
            """);
        repository.Write("one/one.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        repository.Write("two/two.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <NoWarn>$(NoWarn);CS1591</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../one/one.csproj" />
              </ItemGroup>
            </Project>
            """);
        repository.Write("all.slnx", """
            <Solution>
              <Project Path="one/one.csproj" />
              <Project Path="two/two.csproj" />
            </Solution>
            """);
        repository.Restore();
        repository.Build().Succeeded();

        repository.Delete("apps/settings.yaml");
        foreach (var option in (string[])["-maxCpuCount:1", "-maxCpuCount:4", "-graph"])
        {
            var build = repository.Build(option);

            Assert.Equal(1, build.ExitCode);
            Assert.Contains(": error FLX1001: ", build.Output, StringComparison.Ordinal);
            Assert.Contains(" 1 Error(s)", build.Output, StringComparison.Ordinal);
        }
    }
}
