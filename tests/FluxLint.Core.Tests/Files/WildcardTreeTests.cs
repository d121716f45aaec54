using System.Diagnostics;
using CsCheck;
using FluxLint.Files;

namespace FluxLint.Core.Tests.Files;

/// <summary>Many patterns at once decide as each by itself, and as git does.</summary>
public sealed class WildcardTreeTests
{
    private static readonly Gen<string> Line = OneOf("a", "b", "ab", "é", "*", "**", "?", "/", "**/", "[ab]", "[!a]", "[a-", "\\*", "!", ".y").Array[1, 6].Select(string.Concat);

    private static readonly Gen<string> Path = OneOf("a", "b", "ab", "aab", "é", "b.y", "a*").Array[1, 4].Select(parts => string.Join('/', parts));

    [Fact]
    public void Decides_as_each_pattern_by_itself() => Gen.Select(Line.Array[1, 12], Path, Gen.Bool).Sample((lines, path, isDirectory) =>
    {
        var patterns = GitIgnorePatterns.Read(string.Join('\n', lines), 2_000);
        var expected = lines.Select(GitIgnorePattern.Parse).LastOrDefault(pattern => pattern is not null && (isDirectory || !pattern.OnlyDirectories) && Matches(pattern, path));

        var found = patterns.Last(path, isDirectory);

        Assert.Equal((expected?.IsNegated, expected?.OnlyDirectories, expected?.Text), (found?.IsNegated, found?.OnlyDirectories, found?.Text));
    });

    [Fact]
    public void Decides_as_git()
    {
        if (Run("/", "--version") is null)
            return;
        var directory = Directory.CreateTempSubdirectory("fluxlint-ignore-");
        try
        {
            Run(directory.FullName, "init", "-q");
            Gen.Select(Line.Array[1, 40], Path.Array[20, 60]).Sample(
                (lines, paths) =>
                {
                    foreach (var entry in directory.EnumerateFileSystemInfos().Where(entry => entry.Name != ".git"))
                        Delete(entry);
                    File.WriteAllText(System.IO.Path.Combine(directory.FullName, ".gitignore"), string.Join('\n', lines));
                    foreach (var path in paths)
                        Write(System.IO.Path.Combine(directory.FullName, path));

                    var expected = Run(directory.FullName, "-c", "core.excludesFile=/dev/null", "-c", "core.quotePath=false", "ls-files", "-o", "-z", "--exclude-standard") ?? "";

                    Assert.Equal(
                        string.Join('\n', expected.Split('\0', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)),
                        string.Join('\n', Repository.Load(new DiskFileSystem(directory.FullName)).Files.Order(StringComparer.Ordinal)));
                },
                iter: 60,
                threads: 1);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("*-{0}")]
    [InlineData("*name-{0}*")]
    [InlineData("dir/**/*-{0}.yaml")]
    [InlineData("[a-z]*-{0}")]
    [InlineData("name-?{0}")]
    public void Patterns_that_are_many_cost_hardly_more_than_one(string pattern)
    {
        var (one, many) = (new WildcardTree(), new WildcardTree());
        for (var i = 0; i < 2_000; i++)
        {
            var parts = GitIgnorePattern.Parse(pattern.Replace("{0}", $"{i:0000}", StringComparison.Ordinal))?.Parts ?? [];
            many.Add(parts, i + 1, onlyDirectories: false);
            if (i == 0)
                one.Add(parts, 1, onlyDirectories: false);
        }

        Assert.Equal(0, one.Last("dir/name-other-1.yaml", isDirectory: false, out var few));
        Assert.Equal(0, many.Last("dir/name-other-1.yaml", isDirectory: false, out var all));
        Assert.InRange(all, few, few * 3);
    }

    [Fact]
    public void Directories_behind_directories_cost_as_much_as_once()
    {
        var tree = new WildcardTree();
        tree.Add(GitIgnorePattern.Parse(string.Concat(Enumerable.Repeat("**/", 100_000)) + "x?")?.Parts ?? [], 7, onlyDirectories: false);

        Assert.Equal(7, tree.Last("a/b/xy", isDirectory: false, out var visits));
        Assert.InRange(visits, 1, 50);
    }

    [Fact]
    public void Long_patterns_count_several_times()
    {
        var patterns = GitIgnorePatterns.Read(string.Concat(Enumerable.Range(0, 30).Select(i => $"*{i}{new string('x', 10_000)}\n")), 2_000);

        Assert.True(patterns.IsCut);
        Assert.Equal(2_000, patterns.Wildcards);
    }

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static bool Matches(GitIgnorePattern pattern, string path)
    {
        var matched = pattern.IsName ? path[(path.LastIndexOf('/') + 1)..] : path;
        return pattern.Text is { } text ? matched == text : GlobPart.Compile(pattern.Parts).IsMatch(GitIgnorePattern.Bytes(matched));
    }

    private static void Write(string path)
    {
        // A file and a directory of one name: the first stays.
        for (var above = System.IO.Path.GetDirectoryName(path) ?? ""; above.Length > 1; above = System.IO.Path.GetDirectoryName(above) ?? "")
        {
            if (File.Exists(above))
                return;
        }
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path) ?? "");
        if (!Directory.Exists(path))
            File.WriteAllText(path, "");
    }

    private static void Delete(FileSystemInfo entry)
    {
        if (entry is DirectoryInfo directory)
            directory.Delete(recursive: true);
        else
            entry.Delete();
    }

    private static string? Run(string directory, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start);
            var output = process?.StandardOutput.ReadToEnd();
            process?.WaitForExit();
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
