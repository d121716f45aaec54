namespace FluxLint.Cli.Tests.Commands;

/// <summary>What a user sees who asks for something that cannot be done.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("fluxlint-usage-");

    public UsageTests()
    {
        Write("repository/fluxlint.yaml", "preset: recommended\n");
        Write("repository/app/kustomization.yaml", "resources: [settings.yaml]\n");
        Write("repository/app/settings.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n");
        Write("repository/other/kustomization.yaml", "resources: [missing.yaml]\n");
        Write("loose/values.yaml", "replicas: 1\n");
        Directory.CreateDirectory(Path.Combine(directory.FullName, "empty"));
    }

    public void Dispose() => directory.Delete(recursive: true);

    [Theory]
    [InlineData("lint nowhere", "error: 'nowhere' does not exist\n")]
    [InlineData("lint repositor", "error: 'repositor' does not exist; did you mean 'repository'?\n")]
    [InlineData("lint repository --output sarf", "error: --output knows no format 'sarf'; did you mean 'sarif'?\n")]
    [InlineData("lint repository --output xml", "error: --output knows no format 'xml'; there are text, short, sarif, json, github, gitlab, junit, msbuild, markdown\n")]
    [InlineData("lint repository --output sarif --output json", "error: --output sends two formats to the standard output: give one of them a file, as in sarif=fluxlint.sarif\n")]
    [InlineData("lint repository --output sarif=nowhere/x.sarif", "error: 'nowhere/x.sarif' cannot be written: its directory does not exist\n")]
    [InlineData("lint repository --fail-on never", "error: --fail-on takes error, warning or info, not 'never'\n")]
    [InlineData("lint repository --preset stricter", "error: --preset knows no 'stricter'; did you mean 'strict'?\n")]
    [InlineData("lint repository --preset x", "error: --preset knows no 'x'; there are recommended, strict, all\n")]
    [InlineData("lint repository --select FLX1001,missing-refrence", "error: --select: there is no rule 'missing-refrence'; did you mean 'missing-reference'?\n")]
    [InlineData("lint repository --ignore FLX1099", "error: --ignore: there is no rule 'FLX1099'; did you mean 'FLX1009'?\n")]
    [InlineData("lint repository --sarif-profile gitlab", "error: --sarif-profile takes full or github, not 'gitlab'\n")]
    [InlineData("lint repository --color sometimes", "error: --color takes auto, always or never, not 'sometimes'\n")]
    [InlineData("lint repository --watch --fix", "error: --watch goes with neither --fix nor --diff\n")]
    [InlineData("completion tcsh", "error: there is no completion for 'tcsh'; there is one for bash, zsh, fish, pwsh\n")]
    [InlineData("completion bahs", "error: there is no completion for 'bahs'; did you mean 'bash'?\n")]
    [InlineData("lint repository --config nowhere.yaml", "error: the configuration 'nowhere.yaml' does not exist\n")]
    [InlineData("explain FLX1099", "error: there is no rule 'FLX1099'; did you mean 'FLX1009'?\n")]
    [InlineData("explain missing-refrence", "error: there is no rule 'missing-refrence'; did you mean 'missing-reference'?\n")]
    public async Task A_wrong_argument_is_one_sentence_and_exit_code_2(string arguments, string error)
    {
        var run = await CommandRun.Of(directory.FullName, arguments.Split(' '));

        Assert.Equal((2, error), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("lnt", "there is no command 'lnt'; did you mean 'lint'?", "fluxlint")]
    [InlineData("frobnicate", "there is no command 'frobnicate'", "fluxlint")]
    [InlineData("lint --nothing", "there is no option '--nothing'", "fluxlint lint")]
    [InlineData("lint --fxi", "there is no option '--fxi'; did you mean '--fix'?", "fluxlint lint")]
    [InlineData("build x y", "'y' is one argument too many", "fluxlint build")]
    [InlineData("lint --color", "Required argument missing for option: '--color'", "fluxlint lint")]
    [InlineData("explain", "Required argument missing for command: 'explain'", "fluxlint explain")]
    public async Task A_command_line_that_does_not_parse_is_two_lines_and_exit_code_2(string arguments, string sentence, string command)
    {
        var run = await CommandRun.Of(directory.FullName, arguments.Split(' '));

        Assert.Equal((2, "", $"error: {sentence}\n'{command} --help' says how it is used\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [InlineData("trace --help")]
    [InlineData("explain --help")]
    [InlineData("completion --help")]
    public async Task Help_is_no_error(string arguments) =>
        Assert.Equal(0, (await CommandRun.Of(directory.FullName, arguments.Split(' '))).ExitCode);

    [Fact]
    public async Task Nothing_asked_for_is_help_and_exit_code_2()
    {
        var run = await CommandRun.Of(directory.FullName);

        Assert.Equal((2, ""), (run.ExitCode, run.Error));
        Assert.Contains("Commands:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_looks_like_an_option_stands_behind_two_dashes()
    {
        var run = await CommandRun.Of(directory.FullName, "lint", "--", "--nothing");

        Assert.Equal((2, "error: '--nothing' does not exist\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task A_directory_without_yaml_is_no_repository()
    {
        var run = await CommandRun.Of(directory.FullName, "lint", "empty");

        Assert.Equal((2, $"error: there are no YAML files below '{Path.Combine(directory.FullName, "empty")}'\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task A_directory_without_kustomizations_is_linted_with_a_note()
    {
        var run = await CommandRun.Of(directory.FullName, "lint", "loose");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("note: there is no kustomization below ", run.Error);
        Assert.Matches("^0 clusters, 1 file, [0-9]+ rules: no findings\n$", run.Output);
    }

    [Theory]
    [InlineData("repository", 1)]
    [InlineData("repository/other", 1)]
    [InlineData("repository/other/kustomization.yaml", 1)]
    [InlineData("repository/app", 0)]
    public async Task A_path_narrows_what_is_reported(string path, int exitCode)
    {
        var run = await CommandRun.Of(directory.FullName, "lint", path);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains("4 files", run.Output);
    }

    [Fact]
    public async Task Rules_lists_every_rule_and_explain_prints_its_page()
    {
        var rules = await CommandRun.Of(directory.FullName, "rules");
        var page = await CommandRun.Of(directory.FullName, "explain", "missing-overlay");

        Assert.Equal((0, 0), (rules.ExitCode, page.ExitCode));
        Assert.Contains("FLX8001  missing-overlay", rules.Output);
        Assert.StartsWith("# FLX8001: missing-overlay\n", page.Output);
    }

    [Fact]
    public async Task Every_command_has_help_with_examples()
    {
        var names = (await CommandRun.Of(directory.FullName, "--help")).Output.Split('\n')
            .SkipWhile(line => line != "Commands:").Skip(1).TakeWhile(line => line.Length > 0).Where(line => line is [' ', ' ', not ' ', ..]).Select(line => line.Trim().Split(' ')[0]).ToList();

        Assert.Contains("lint", names);
        foreach (var name in names)
        {
            var help = await CommandRun.Of(directory.FullName, name, "--help");
            Assert.True(help.Output.Contains($"\nExamples:\n", StringComparison.Ordinal), $"the help of '{name}' has no examples");
            Assert.Contains($"fluxlint {name}", help.Output[help.Output.IndexOf("Examples:", StringComparison.Ordinal)..], StringComparison.Ordinal);
        }
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(directory.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? full);
        File.WriteAllText(full, text);
    }
}
