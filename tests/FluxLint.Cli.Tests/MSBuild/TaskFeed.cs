using FluxLint.Cli.Tests.Packaging;

namespace FluxLint.Cli.Tests.MSBuild;

/// <summary>The package of the task.</summary>
public sealed class TaskFeed() : PackageFeed("FluxLint.MSBuild", "FluxLint.MSBuild", "-p:IsPackable=true");

/// <summary>The tests of the task's package share it, and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class TaskCollection : ICollectionFixture<TaskFeed>
{
    public const string Name = "task package";
}
