using FluxLint.Cli.Tests.MSBuild;
using FluxLint.Cli.Tests.Packaging;
using FluxLint.Cli.Tests.Packs;
using FluxLint.Cli.Tests.PreCommit;
using FluxLint.Cli.Tests.Sarif;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("FluxLint.Cli.Tests.LongestFirst", "FluxLint.Cli.Tests")]

namespace FluxLint.Cli.Tests;

/// <summary>Starts the real clients first, the slowest of them before the others: none is left to run alone at the end, while other processors wait.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Clients = [ToolCollection.Name, PreCommitTests.Name, LibraryCollection.Name, TaskCollection.Name, MultitoolTests.Name, PackCommandTests.Name];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Array.IndexOf(Clients, collection.DisplayName) is >= 0 and var place ? place : Clients.Length);
}
