using FluxLint.Cli.Tests.Commands;

namespace FluxLint.Cli.Tests.Packaging;

/// <summary>Installs the tool as a user does, and runs it.</summary>
[Collection(PackageCollection.Name)]
public sealed class ToolInstallTests(PackageFeed feed) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fluxlint-tool-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_installed_command_lints()
    {
        var configuration = Path.Combine(folder.FullName, "nuget.config");
        File.WriteAllText(configuration, $"""<configuration><packageSources><clear /><add key="ours" value="{feed.Source}" /></packageSources></configuration>""");
        ToolRun.Of(folder.FullName, "dotnet", "tool", "install", "FluxLint", "--tool-path", "tools", "--configfile", configuration).Succeeded();
        var command = Path.Combine(folder.FullName, "tools", "fluxlint");
        using var fleet = new TemporaryFleet();

        Assert.Equal(PackageFeed.Version, ToolRun.Of(fleet.Root, command, "--version").Succeeded().Output.Trim());
        ToolRun.Of(fleet.Root, command, "lint").Succeeded();

        fleet.Edit("infrastructure/base/external-dns/helmrelease.yaml", "      version: 1.21.1\n", "");
        var broken = ToolRun.Of(fleet.Root, command, "lint");

        Assert.Equal(ExitCode.Findings, broken.ExitCode);
        Assert.Contains("FLX3001", broken.Output, StringComparison.Ordinal);
    }
}
