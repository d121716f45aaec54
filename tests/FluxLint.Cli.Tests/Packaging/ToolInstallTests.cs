using FluxLint.Cli.Tests.Commands;

namespace FluxLint.Cli.Tests.Packaging;

/// <summary>Installs the tool as a user does, and runs it.</summary>
[Collection(ToolCollection.Name)]
public sealed class ToolInstallTests(ToolFeed feed) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fluxlint-tool-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_installed_command_lints()
    {
        var command = feed.Install(folder);
        using var fleet = new TemporaryFleet();

        Assert.Equal(PackageFeed.Version, ToolRun.Of(fleet.Root, command, "--version").Succeeded().Output.Trim());
        ToolRun.Of(fleet.Root, command, "lint").Succeeded();

        fleet.Edit("infrastructure/base/external-dns/helmrelease.yaml", "      version: 1.21.1\n", "");
        var broken = ToolRun.Of(fleet.Root, command, "lint");

        Assert.Equal(ExitCode.Findings, broken.ExitCode);
        Assert.Contains("FLX3001", broken.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("linux-musl-x64")]
    [InlineData("osx-arm64")]
    [InlineData("win-x64")]
    public void Other_platforms_get_the_managed_program(string platform)
    {
        var command = feed.Install(folder, platform);

        Assert.Null(new FileInfo(command).LinkTarget);
        Assert.Equal(PackageFeed.Version, ToolRun.Of(folder.FullName, command, "--version").Succeeded().Output.Trim());
    }

    [Fact]
    public void The_command_lines_of_the_README_install_the_tool_and_write_its_reports()
    {
        var install = Line("dotnet tool install");
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "artifacts"), feed.Source);
        (string, string)[] home = [("HOME", folder.FullName), ("DOTNET_CLI_HOME", folder.FullName), ("PATH", $"{folder.FullName}/.local/bin:{Environment.GetEnvironmentVariable("PATH")}")];
        ToolRun.Of(folder.FullName, home, "bash", "-c", install).Succeeded();
        using var fleet = new TemporaryFleet();

        ToolRun.Of(fleet.Root, home, "bash", "-c", Line("fluxlint lint --output github")).Succeeded();
        ToolRun.Of(fleet.Root, home, "bash", "-c", Line("fluxlint lint --output gitlab")).Succeeded();

        Assert.All(["fluxlint.sarif", "gl-code-quality-report.json", "fluxlint.xml"], file => Assert.True(File.Exists(Path.Combine(fleet.Root, file)), file));
    }

    private static string Line(string start) => SourceTree.ReadmeBlocks("sh").Concat(SourceTree.ReadmeBlocks("yaml"))
        .SelectMany(block => block.Split('\n'))
        .Select(line => line.TrimStart(' ', '-'))
        .Single(line => line.StartsWith(start, StringComparison.Ordinal));
}
