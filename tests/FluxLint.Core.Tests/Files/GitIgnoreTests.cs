using FluxLint.Files;

namespace FluxLint.Core.Tests.Files;

/// <summary>Each expectation is what <c>git check-ignore</c> says.</summary>
public class GitIgnoreTests
{
    [Theory]
    [InlineData("*.log", "a/b/x.log", true)]
    [InlineData("*.log", "x.logs", false)]
    [InlineData("build", "a/build/x", true)]
    [InlineData("build/", "build", false)]
    [InlineData("build/", "a/build/x", true)]
    [InlineData("/build", "a/build", false)]
    [InlineData("/build", "build", true)]
    [InlineData("a/b", "a/b", true)]
    [InlineData("a/b", "x/a/b", false)]
    [InlineData("a/*", "a/b/c", true)]
    [InlineData("*.yaml\n!keep.yaml", "a/keep.yaml", false)]
    [InlineData("!keep.yaml\n*.yaml", "keep.yaml", true)]
    [InlineData("dir/\n!dir/keep.yaml", "dir/keep.yaml", true)]
    [InlineData("dir/*\n!dir/keep.yaml", "dir/keep.yaml", false)]
    [InlineData("**/x", "a/b/x", true)]
    [InlineData("a/**", "a/b/c", true)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b", true)]
    [InlineData("a**b", "axxb", true)]
    [InlineData("a/x**y", "a/x/y", false)]
    [InlineData("b**/x", "b/a/x", true)]
    [InlineData("b**/x", "bx", true)]
    [InlineData("?**/x", "b/a/x", false)]
    [InlineData("#x", "#x", false)]
    [InlineData(@"\#x", "#x", true)]
    [InlineData(@"\!x", "!x", true)]
    [InlineData("x  ", "x", true)]
    [InlineData(@"x\ ", "x ", true)]
    [InlineData("x\t", "x", false)]
    [InlineData("x\r\ny", "x", true)]
    [InlineData(@"x\", "x", false)]
    [InlineData("[ab].yaml", "b.yaml", true)]
    [InlineData("[!ab].yaml", "b.yaml", false)]
    [InlineData("[[:digit:]].yaml", "7.yaml", true)]
    [InlineData("[[:nonsense:]].yaml", "n.yaml", false)]
    [InlineData("[ab.yaml", "[ab.yaml", false)]
    [InlineData("{a,b}.yaml", "a.yaml", false)]
    [InlineData("?.yaml", "é.yaml", false)]
    [InlineData("??.yaml", "é.yaml", true)]
    [InlineData("*é.yaml", "aé.yaml", true)]
    [InlineData("/", "x", false)]
    [InlineData("!", "x", false)]
    [InlineData("\uFEFF*.yaml", "x.yaml", true)]
    public void Line_of_the_root(string gitIgnore, string path, bool ignored) =>
        Assert.Equal(!ignored, Files(InMemoryFileSystem.Empty.WithFile(".gitignore", gitIgnore).WithFile(path, "")).Contains(path));

    [Fact]
    public void Nested_file_wins_over_outer_one_and_counts_from_its_directory()
    {
        var files = InMemoryFileSystem.Of(new Dictionary<string, string>
        {
            [".gitignore"] = "*.tmp\nsecret.yaml\n",
            ["a/.gitignore"] = "!b.tmp\n/only-here\nc/d\n",
            ["a/b.tmp"] = "",
            ["a/x/b.tmp"] = "",
            ["a/y.tmp"] = "",
            ["a/only-here"] = "",
            ["a/x/only-here"] = "",
            ["a/c/d"] = "",
            ["c/d"] = "",
            ["a/secret.yaml"] = "",
        });
        Assert.Equal([".gitignore", "a/.gitignore", "a/b.tmp", "a/x/b.tmp", "a/x/only-here", "c/d"], Files(files));
    }

    [Fact]
    public void Pattern_for_directories_spares_a_link_to_one()
    {
        var files = InMemoryFileSystem.Empty.WithFile(".gitignore", "real/\nlink/\n").WithFile("real/x.yaml", "").WithLink("link", "other.yaml").WithFile("other.yaml", "");
        Assert.Equal([".gitignore", "link", "other.yaml"], Files(files));
    }

    [Theory]
    [InlineData("a*\n!ab\n", "ab", false)]
    [InlineData("!ab\na*\n", "ab", true)]
    [InlineData("ab\n!ab\n", "ab", false)]
    [InlineData("!ab\nx/ab\n", "x/ab", true)]
    [InlineData("x/ab\n!ab/\n", "x/ab", true)]
    public void The_last_line_decides_whether_it_has_wildcards_or_not(string gitIgnore, string path, bool ignored) =>
        Assert.Equal(!ignored, Files(InMemoryFileSystem.Empty.WithFile(".gitignore", gitIgnore).WithFile(path, "")).Contains(path));

    [Fact]
    public void Names_are_as_many_as_they_may_be()
    {
        var names = string.Concat(Enumerable.Range(0, 40_000).Select(i => $"name-{i}\n"));

        var repository = Repository.Load(InMemoryFileSystem.Empty.WithFile(".gitignore", names).WithFile("name-39999", "").WithFile("other", ""));

        Assert.Equal(".gitignore other", string.Join(' ', repository.Files));
        Assert.Empty(repository.Problems);
    }

    [Fact]
    public void Patterns_with_wildcards_are_read_up_to_a_number_for_all_files_above_a_directory()
    {
        var patterns = string.Concat(Enumerable.Range(0, 1_500).Select(i => $"*-{i}\n"));

        var repository = Repository.Load(InMemoryFileSystem.Empty.WithFile(".gitignore", patterns).WithFile("a/.gitignore", patterns + "*.txt\nplain\n").WithFile("a/a.txt", "").WithFile("a/a-1", "").WithFile("a/plain", ""));

        Assert.Equal(".gitignore a/.gitignore a/a.txt", string.Join(' ', repository.Files));
        var problem = Assert.Single(repository.Problems);
        Assert.Equal((FileProblemKind.TooLarge, "a/.gitignore", "with 'a/.gitignore' there are more than 2,000 patterns with wildcards, and no more are read"), (problem.Kind, problem.Location.Path, problem.Message));
    }

    private static IEnumerable<string> Files(IFileSystem files) => Repository.Load(files).Files;
}
