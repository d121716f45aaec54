using System.Text.RegularExpressions;

namespace FluxLint.Cli.Tests.Packaging;

/// <summary>A page of the documentation, done as it stands: its files are written, and its commands run, one after the other in one shell.</summary>
internal sealed partial class ExecutedPage(string text)
{
    /// <summary>Does what the page says.</summary>
    /// <param name="folder">The folder to begin in.</param>
    /// <param name="environment">What the commands find in their environment.</param>
    /// <returns>What was printed.</returns>
    public string Run(string folder, IReadOnlyCollection<(string Name, string Value)> environment)
    {
        var end = Path.Combine(folder, ".directory");
        var printed = "";
        var directory = folder;
        foreach (var (language, path, content) in Blocks())
        {
            if (path.Length > 0)
            {
                var file = Path.Combine(directory, path);
                Assert.True(Directory.Exists(Path.GetDirectoryName(file)), path);
                File.WriteAllText(file, content);
            }
            else if (language == "sh")
            {
                var run = ToolRun.Of(directory, environment, "bash", "-c", $"set -e\n{content}pwd > '{end}'");
                Assert.True(run.ExitCode == 0, content + run.Output);
                printed += run.Output;
                directory = File.ReadAllText(end).TrimEnd('\n');
            }
        }
        return printed;
    }

    private IEnumerable<(string Language, string Path, string Content)> Blocks() =>
        Block().Matches(text.ReplaceLineEndings("\n")).Select(match => (match.Groups["language"].Value, match.Groups["path"].Value, match.Groups["content"].Value));

    [GeneratedRegex(@"^(?<fence>`{3,4})(?<language>[a-z]+)( (?<path>\S+))?\n(?<content>.*?\n)\k<fence>$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
