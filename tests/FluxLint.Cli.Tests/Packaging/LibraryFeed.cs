namespace FluxLint.Cli.Tests.Packaging;

/// <summary>The packages that a rule pack is written with: the library, the test kit and the templates.</summary>
public sealed class LibraryFeed : PackageFeed
{
    private const string Packable = "-p:IsPackable=true";

    public LibraryFeed()
        : base("FluxLint.Templates", "FluxLint.Templates", Packable)
    {
        Pack("FluxLint.Core", Packable);
        Pack("FluxLint.Testing", Packable);
    }

    /// <summary>Makes a folder, and all below it, restore our packages from here, and all others from what the machine has.</summary>
    /// <param name="folder">The folder.</param>
    internal void Serve(string folder) => File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
        <configuration>
          <packageSources><clear /><add key="ours" value="{Source}" /><add key="machine" value="{Machine}" /></packageSources>
          <packageSourceMapping>
            <packageSource key="ours"><package pattern="FluxLint.*" /></packageSource>
            <packageSource key="machine"><package pattern="*" /></packageSource>
          </packageSourceMapping>
        </configuration>
        """);

    /// <summary>What keeps programs from leaving something in the folders of the user.</summary>
    internal (string, string)[] Environment
    {
        get
        {
            var home = Path.GetDirectoryName(Packages) ?? Packages;
            return [("NUGET_PACKAGES", Packages), ("DOTNET_CLI_HOME", home), ("HOME", home), ("XDG_CACHE_HOME", home)];
        }
    }

    /// <summary>Runs a program that leaves nothing in the folders of the user.</summary>
    internal ToolRun Run(string folder, string program, params string[] arguments) => ToolRun.Of(folder, Environment, program, arguments);

    // Packages lie there as in a feed.
    private static string Machine => System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}

/// <summary>The tests of rule packs share it, and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class LibraryCollection : ICollectionFixture<LibraryFeed>
{
    public const string Name = "library packages";
}
