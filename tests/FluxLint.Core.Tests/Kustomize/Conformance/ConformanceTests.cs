using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Core.Tests.Kustomize.Conformance;

/// <summary>Builds whose output, byte for byte, or whose failure was recorded from <c>kubectl kustomize</c>; <c>=== version</c> says from which, where that makes a difference.</summary>
public sealed class ConformanceTests
{
    private const string Folder = "Conformance/Cases";

    public static TheoryData<string> Cases => BuildCase.Names(Folder);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Prints_what_kustomize_prints(string name)
    {
        var files = BuildCase.Files(Folder, name);
        var expected = files["expected"];
        files.Remove("expected");
        var version = files.Remove("version", out var asked) ? KustomizeVersion.Parse(asked.Trim()) : KustomizeVersion.Newest;
        Assert.NotNull(version);

        var result = KustomizeBuild.Run(Repository.Open(InMemoryFileSystem.Of(files)), "", new() { Version = version.Value });

        if (expected == "refused\n")
        {
            Assert.Null(result.Manifests);
            Assert.All(result.Problems, problem => Assert.NotEmpty(problem.Message));
            Assert.NotEmpty(result.Problems);
            return;
        }
        Assert.Empty(result.Problems);
        Assert.Equal(expected, result.Manifests);
    }
}
