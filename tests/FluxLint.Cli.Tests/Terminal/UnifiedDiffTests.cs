using System.Diagnostics;
using FluxLint.Cli.Terminal;
using FluxLint.Text;

namespace FluxLint.Cli.Tests.Terminal;

public sealed class UnifiedDiffTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fluxlint-diff-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("a\n", "b\n", "@@ -1 +1 @@\n-a\n+b\n")]
    [InlineData("a", "a\nb", "@@ -1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n\\ No newline at end of file\n")]
    [InlineData("", "a\n", "@@ -0,0 +1 @@\n+a\n")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\n5\nx\n6\n7\n8\n", "@@ -3,6 +3,7 @@\n 3\n 4\n 5\n+x\n 6\n 7\n 8\n")]
    [InlineData("a\r\nb\r\n", "a\r\n", "@@ -1,2 +1 @@\n a\r\n-b\r\n")]
    [InlineData("a\n1\n2\n3\n4\n5\n6\n7\nb\n", "1\n2\n3\n4\n5\n6\n7\n", "@@ -1,4 +1,3 @@\n-a\n 1\n 2\n 3\n@@ -6,4 +5,3 @@\n 5\n 6\n 7\n-b\n")]
    [InlineData("a\n1\n2\n3\n4\n5\n6\nb\n", "1\n2\n3\n4\n5\n6\n", "@@ -1,8 +1,6 @@\n-a\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n")]
    public void Writes_hunks(string old, string @new, string expected) => Assert.Equal($"--- a/a.yaml\n+++ b/a.yaml\n{expected}", Diff(old, @new));

    [Fact]
    public void Git_applies_what_is_written()
    {
        var random = new Random(17);
        for (var i = 0; i < 40; i++)
        {
            var (old, @new) = (Lines(random), Lines(random));
            if (old == @new)
                continue;
            File.WriteAllText(Path.Combine(folder.FullName, "a.yaml"), old);
            File.WriteAllText(Path.Combine(folder.FullName, "a.patch"), Diff(old, @new));

            using var git = Process.Start(new ProcessStartInfo("git", ["apply", "--unsafe-paths", "--whitespace=nowarn", "a.patch"]) { WorkingDirectory = folder.FullName, RedirectStandardError = true });
            Assert.NotNull(git);
            var error = git.StandardError.ReadToEnd();
            git.WaitForExit();

            Assert.Equal("", error);
            Assert.Equal(@new, File.ReadAllText(Path.Combine(folder.FullName, "a.yaml")));
        }
    }

    private static string Lines(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => $"{random.Next(4)}\n")) + (random.Next(3) == 0 ? "end" : "");

    private static string Diff(string old, string @new)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        UnifiedDiff.Write(writer, new(false), new(SourceText.From("a.yaml", old), SourceText.From("a.yaml", @new)));
        return writer.ToString();
    }
}
