using FluxLint.Files;

namespace FluxLint.Core.Tests.Files;

/// <summary>What source-controller leaves out of an archive: each file is asked for by itself, and the last pattern that matches decides.</summary>
public class SourceIgnoreTests
{
    [Theory]
    [InlineData("/infra", "infra/cm.yaml", true)]
    [InlineData("/infra", "apps/infra/cm.yaml", false)]
    [InlineData("infra/", "apps/infra/cm.yaml", true)]
    [InlineData("infra/", "apps/infra", false)]
    [InlineData("apps/draft.yaml", "apps/draft.yaml", true)]
    [InlineData("apps/draft.yaml", "x/apps/draft.yaml", false)]
    [InlineData("/*\n!/apps", "apps/cm.yaml", false)]
    [InlineData("/*\n!/apps", "infra/cm.yaml", true)]
    [InlineData("!/apps\n/*", "apps/cm.yaml", true)]
    // Git would not look into a directory that is left out.
    [InlineData("apps/\n!apps/keep.yaml", "apps/keep.yaml", false)]
    [InlineData("*.md", "apps/README.md", true)]
    [InlineData("*.md", "apps/README.mdx", false)]
    [InlineData("a?.yaml", "x/ab.yaml", true)]
    [InlineData("[ab].yaml", "b.yaml", true)]
    [InlineData("[^ab].yaml", "b.yaml", false)]
    [InlineData("[ab.yaml", "[ab.yaml", false)]
    [InlineData("/apps/**/*.md", "apps/a/b/x.md", true)]
    [InlineData("/apps/**/*.md", "apps/x.md", true)]
    [InlineData("/apps/**/*.md", "infra/x.md", false)]
    [InlineData("**/values.yaml", "apps/a/values.yaml", true)]
    [InlineData("apps/**", "apps/a/x.yaml", true)]
    [InlineData("/**", "apps/x.yaml", false)]
    [InlineData("a**/x.yaml", "ab/x.yaml", false)]
    [InlineData("# infra\n\n  \n/infra", "infra/x.yaml", true)]
    [InlineData("/infra  ", "infra/x.yaml", true)]
    [InlineData("/infra\r\n", "infra/x.yaml", true)]
    public void Patterns(string patterns, string path, bool isLeftOut) =>
        Assert.Equal(isLeftOut, !Of("", patterns).Has(path, isDirectory: false));

    [Theory]
    [InlineData("infra/", "infra", true)]
    [InlineData("infra/*", "infra", false)]
    [InlineData("/infra/**", "infra", true)]
    public void Directories(string patterns, string path, bool isLeftOut) =>
        Assert.Equal(isLeftOut, !Of("", patterns).Has(path, isDirectory: true));

    [Theory]
    [InlineData("apps/cm.yaml", true)]
    [InlineData("apps/a/cm.yaml", false)]
    [InlineData("cm.yaml", false)]
    [InlineData("apps2/cm.yaml", false)]
    public void Patterns_speak_of_their_directory(string path, bool isLeftOut) =>
        Assert.Equal(isLeftOut, !Of("apps", "/cm.yaml").Has(path, isDirectory: false));

    [Fact]
    public void Equal_where_root_and_patterns_are()
    {
        Assert.Equal(Of("", "/a"), Of("", "/a"));
        Assert.NotEqual(Of("", "/a"), Of("", "!/a"));
        Assert.NotEqual(Of("", "/a"), Of("a", "/a"));
    }

    private static SourceArtifact Of(string directory, string patterns) => new("", [], [], [.. SourceIgnorePattern.Read(patterns, directory)]);
}
