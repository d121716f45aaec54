using System.Text.Json;

namespace FluxLint.Cli.Tests.Packaging;

/// <summary>A plain <c>dotnet pack</c>, which is how pre-commit installs the command.</summary>
public sealed class PlainPackTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fluxlint-pack-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void It_restores_no_more_than_it_packs()
    {
        var file = Path.Combine(folder.FullName, "graph.json");
        ToolRun.Of(SourceTree.Root, "dotnet", "msbuild", "FluxLint.sln", "-target:GenerateRestoreGraphFile", "-property:_IsPacking=true", $"-property:RestoreGraphOutputPath={file}").Succeeded();
        using var graph = JsonDocument.Parse(File.ReadAllText(file));

        Assert.Equal(
            ["FluxLint.Cli", "FluxLint.Core", "FluxLint.Packs", "FluxLint.Reporting", "FluxLint.Rules", "FluxLint.Testing"],
            graph.RootElement.GetProperty("restore").EnumerateObject().Select(project => Path.GetFileNameWithoutExtension(project.Name)).Order(StringComparer.Ordinal));
    }
}
