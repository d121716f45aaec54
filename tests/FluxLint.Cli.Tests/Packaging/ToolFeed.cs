namespace FluxLint.Cli.Tests.Packaging;

/// <summary>The package of the command, in which the native program is compiled once a run of the tests.</summary>
public sealed class ToolFeed() : PackageFeed("FluxLint", "FluxLint.Cli")
{
    /// <summary>Installs the command as a user does, in a folder of a test, and returns its path.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="platform">The platform that the installer is to take the machine for; null leaves it at what it is.</param>
    internal string Install(DirectoryInfo folder, string? platform = null)
    {
        var configuration = Path.Combine(folder.FullName, "nuget.config");
        File.WriteAllText(configuration, $"""<configuration><packageSources><clear /><add key="ours" value="{Source}" /></packageSources></configuration>""");
        ToolRun.Of(folder.FullName, platform is null ? [] : [("DOTNET_RUNTIME_ID", platform)], "dotnet", "tool", "install", "FluxLint", "--tool-path", "tools", "--configfile", configuration).Succeeded();
        return Path.Combine(folder.FullName, "tools", "fluxlint");
    }
}

/// <summary>The tests of the command's package share it, and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ToolCollection : ICollectionFixture<ToolFeed>
{
    public const string Name = "tool package";
}
