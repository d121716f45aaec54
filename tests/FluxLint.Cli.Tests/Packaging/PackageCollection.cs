namespace FluxLint.Cli.Tests.Packaging;

/// <summary>The tests that use our packages share one feed, and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackageFeed>
{
    public const string Name = "packages";
}
