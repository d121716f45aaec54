using CsCheck;
using FluxLint.Files;

namespace FluxLint.Core.Tests.Files;

public class RepositoryPathTests
{
    [Theory]
    [InlineData("infrastructure/base", "../overlays/x", "infrastructure/overlays/x")]
    [InlineData("infrastructure/base", "./a.yaml", "infrastructure/base/a.yaml")]
    [InlineData("infrastructure/base", "a//b/", "infrastructure/base/a/b")]
    [InlineData("infrastructure/base", "../..", "")]
    [InlineData("infrastructure/base", ".", "infrastructure/base")]
    [InlineData("infrastructure/base", "", "infrastructure/base")]
    [InlineData("infrastructure/base", "../../..", null)]
    [InlineData("infrastructure/base", "../../../x/infrastructure", null)]
    [InlineData("infrastructure/base", "/etc/passwd", null)]
    [InlineData("", "..", null)]
    [InlineData("", "a/../b", "b")]
    [InlineData("", "...", "...")]
    public void Combine_gives_the_shortest_path(string directory, string relative, string? expected) =>
        Assert.Equal(expected, RepositoryPath.Combine(directory, relative));

    [Theory]
    [InlineData("clusters/prod/c01", "infrastructure/x", "../../../infrastructure/x")]
    [InlineData("clusters/prod", "clusters/prod/a.yaml", "a.yaml")]
    [InlineData("clusters/prod", "clusters/product", "../product")]
    [InlineData("clusters/prod", "clusters", "..")]
    [InlineData("clusters", "clusters", ".")]
    [InlineData("", "a/b", "a/b")]
    [InlineData("a", "", "..")]
    public void Relative_leads_from_a_directory(string directory, string path, string expected) =>
        Assert.Equal(expected, RepositoryPath.Relative(directory, path));

    [Fact]
    public void Relative_and_combine_are_inverse()
    {
        string[] names = ["a", "b", "..x", ".git"];
        var path = Gen.Int[0, 3].Array[0, 5].Select(parts => string.Join('/', parts.Select(part => names[part])));
        Gen.Select(path, path).Sample((from, to) => RepositoryPath.Combine(from, RepositoryPath.Relative(from, to)) == to);
    }

    [Theory]
    [InlineData("a/b/c.yaml", "a/b", "c.yaml")]
    [InlineData("c.yaml", "", "c.yaml")]
    [InlineData("", "", "")]
    public void Parts_of_a_path(string path, string parent, string name) =>
        Assert.Equal((parent, name), (RepositoryPath.Parent(path), RepositoryPath.FileName(path)));

    [Theory]
    [InlineData("a", "a/b", true)]
    [InlineData("a", "a", true)]
    [InlineData("", "a", true)]
    [InlineData("a", "ab", false)]
    [InlineData("a/b", "a", false)]
    public void Within_a_directory(string directory, string path, bool expected) =>
        Assert.Equal(expected, RepositoryPath.IsWithin(directory, path));
}
