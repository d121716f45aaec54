using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FluxLint.Cli.Tests.Commands;
using FluxLint.Cli.Tests.Terminal;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Cli.Tests.Actions;

/// <summary>The action for GitHub, read as GitHub reads it, and the workflow in the README that uses it.</summary>
public sealed partial class ActionTests
{
    private static readonly string Root = FindRoot();

    private static readonly YamlMapping Action = Parse("action.yml", File.ReadAllText(Path.Combine(Root, "action.yml")));

    private static readonly List<string> Inputs = Keys(Action.Mapping("inputs"));

    [Fact]
    public void Has_the_parts_of_a_composite_action()
    {
        Assert.Equal(["name", "description", "author", "branding", "inputs", "outputs", "runs"], Keys(Action));
        Assert.Equal("composite", Action.Mapping("runs")?.Text("using"));
        Assert.Equal(["using", "steps"], Keys(Action.Mapping("runs")));
        Assert.Equal(["path", "config", "preset", "fail-on", "category", "upload-sarif", "base", "diff", "fail-on-danger"], Inputs);
    }

    [Fact]
    public void Every_input_has_a_description_and_a_default_that_is_text()
    {
        foreach (var input in Inputs.Select(name => Action.Mapping("inputs")?.Mapping(name)))
        {
            Assert.Equal(["description", "default"], Keys(input));
            Assert.Equal(ScalarKind.String, input?.Scalar("default")?.Kind);
        }
    }

    [Fact]
    public void Every_step_uses_an_action_of_a_version_or_runs_in_a_shell()
    {
        foreach (var step in Steps())
        {
            Assert.Subset("name id if uses with env shell run".Split(' ').ToHashSet(), Keys(step).ToHashSet());
            Assert.NotNull(step.Text("name"));
            Assert.NotEqual(step["uses"] is null, step["run"] is null);
            if (step.Text("run") is { } script)
            {
                Assert.Equal("bash", step.Text("shell"));
                // An expression in a script would let who writes the input write the script.
                Assert.DoesNotContain("${{", script, StringComparison.Ordinal);
            }
            else
            {
                Assert.Matches("^[a-z-]+/[a-z/-]+@v[0-9]+$", step.Text("uses"));
            }
        }
    }

    [Fact]
    public void Every_expression_names_something_that_exists()
    {
        var ids = Steps().Select(step => step.Text("id")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var text = File.ReadAllText(Path.Combine(Root, "action.yml"));

        var used = InputUse().Matches(text).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.Equal(Inputs.Order(), used.Order());
        Assert.Subset(ids, StepUse().Matches(text).Select(match => match.Groups[1].Value).ToHashSet());
    }

    [Fact]
    public void Every_variable_of_a_script_is_set()
    {
        foreach (var step in Steps().Where(step => step["run"] is not null))
        {
            var known = Keys(step.Mapping("env")).Concat(["GITHUB_ACTION_PATH", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "RUNNER_TEMP"]).ToHashSet();
            Assert.Subset(known, Variable().Matches(step.Text("run") ?? "").Select(match => match.Groups[1].Value).ToHashSet());
        }
    }

    [Fact]
    public async Task Every_option_of_the_script_is_one_of_the_command()
    {
        foreach (var command in (string[])["lint", "diff"])
        {
            var help = (await CommandRun.Of(Root, command, "--help")).Output;
            foreach (Match option in LongOption().Matches(ScriptOf(command)))
                Assert.Contains($"{option.Value} ", help, StringComparison.Ordinal);
        }
    }

    [PseudoTerminalFact]
    public async Task The_script_lints_and_says_where_the_log_is()
    {
        using var fleet = new TemporaryFleet();
        fleet.Edit("infrastructure/base/reflector/kustomization.yaml", "namespace: shared-system", "namespace: reflector");
        var runner = Directory.CreateTempSubdirectory("fluxlint-runner-");
        try
        {
            Directory.CreateSymbolicLink(Path.Combine(runner.FullName, "fluxlint"), Path.GetDirectoryName(TestedProgram.Path) ?? "");
            var (output, summary) = (Path.Combine(runner.FullName, "output"), Path.Combine(runner.FullName, "summary"));

            var broken = await Script("nowhere");
            Assert.Equal((2, false), (broken.ExitCode, File.Exists(output)));
            Assert.Equal(0, (await Script("clusters")).ExitCode);
            var whole = await Script(".");
            Assert.Equal(1, whole.ExitCode);
            Assert.StartsWith("::error file=infrastructure/base/reflector/kustomization.yaml,line=3,", whole.Output, StringComparison.Ordinal);
            Assert.Equal($"sarif={runner.FullName}/fluxlint.sarif", (await File.ReadAllLinesAsync(output))[^1]);
            Assert.Contains("\"id\": \"fleet/\"", await File.ReadAllTextAsync(Path.Combine(runner.FullName, "fluxlint.sarif")), StringComparison.Ordinal);
            Assert.Contains("## FluxLint: 1 error\n", await File.ReadAllTextAsync(summary), StringComparison.Ordinal);

            // The way that a runner calls bash.
            Task<ProcessRun> Script(string path) => ProcessRun.Run(
                fleet.Root, "bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", ScriptOf("lint")],
                ("INPUT_PATH", path), ("INPUT_FAIL_ON", "error"), ("INPUT_CONFIG", ""), ("INPUT_PRESET", "recommended"), ("INPUT_CATEGORY", "fleet"), ("INPUT_BASE", ""),
                ("RUNNER_TEMP", runner.FullName), ("GITHUB_OUTPUT", output), ("GITHUB_STEP_SUMMARY", summary), ("GITHUB_ACTIONS", "true"));
        }
        finally
        {
            runner.Delete(recursive: true);
        }
    }

    [PseudoTerminalFact]
    public async Task The_script_says_what_changes_and_fails_on_danger()
    {
        using var fleet = new TemporaryFleet();
        await GitRepository.Of(fleet.Root);
        Directory.Delete(Path.Combine(fleet.Root, "clusters/prod-region-1/weu-03"), recursive: true);
        var runner = Directory.CreateTempSubdirectory("fluxlint-runner-");
        try
        {
            Directory.CreateSymbolicLink(Path.Combine(runner.FullName, "fluxlint"), Path.GetDirectoryName(TestedProgram.Path) ?? "");
            var (output, summary) = (Path.Combine(runner.FullName, "output"), Path.Combine(runner.FullName, "summary"));

            Assert.Equal(0, (await Script("HEAD", "false")).ExitCode);
            Assert.Equal(1, (await Script("HEAD", "true")).ExitCode);
            Assert.Equal(2, (await Script("nosuch", "true")).ExitCode);
            Assert.Equal($"diff={runner.FullName}/fluxlint-diff.md", (await File.ReadAllLinesAsync(output))[^1]);
            Assert.Contains("| prod-region-1/weu-03 | is gone from the repository", await File.ReadAllTextAsync(summary), StringComparison.Ordinal);

            Task<ProcessRun> Script(string revision, string failOnDanger) => ProcessRun.Run(
                fleet.Root, "bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", ScriptOf("diff")],
                ("INPUT_PATH", "."), ("INPUT_CONFIG", ""), ("INPUT_DIFF", revision), ("INPUT_FAIL_ON_DANGER", failOnDanger),
                ("RUNNER_TEMP", runner.FullName), ("GITHUB_OUTPUT", output), ("GITHUB_STEP_SUMMARY", summary));
        }
        finally
        {
            runner.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_workflow_of_the_README_uses_inputs_that_exist()
    {
        var workflows = Blocks().Matches(File.ReadAllText(Path.Combine(Root, "README.md")))
            .Select(match => Parse("README.md", match.Groups[1].Value))
            .Where(block => block["jobs"] is not null)
            .ToList();

        var uses = workflows
            .SelectMany(workflow => workflow.Mapping("jobs")?.Entries ?? [])
            .SelectMany(job => (job.Value as YamlMapping)?.Sequence("steps")?.Items ?? [])
            .OfType<YamlMapping>()
            .Where(step => step.Text("uses")?.StartsWith("fluxlint/fluxlint@", StringComparison.Ordinal) == true)
            .ToList();
        Assert.NotEmpty(uses);
        Assert.All(uses, step => Assert.Subset(Inputs.ToHashSet(), Keys(step.Mapping("with")).ToHashSet()));
    }

    private static IEnumerable<YamlMapping> Steps() => Action.Mapping("runs")?.Sequence("steps")?.Items.OfType<YamlMapping>() ?? [];

    private static string ScriptOf(string id) => Steps().Single(step => step.Text("id") == id).Text("run") ?? "";

    private static List<string> Keys(YamlMapping? mapping) => [.. mapping?.Entries.Select(entry => entry.Name ?? "") ?? []];

    private static YamlMapping Parse(string path, string text)
    {
        var tree = YamlTree.Parse(SourceText.From(path, text));
        Assert.Empty(tree.Problems);
        return Assert.IsType<YamlMapping>(Assert.Single(tree.Documents).Expanded);
    }

    private static string FindRoot([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file) ?? "", "../../.."));

    [GeneratedRegex(@"\binputs\.([a-z-]+)")]
    private static partial Regex InputUse();

    [GeneratedRegex(@"\bsteps\.([a-z-]+)\.")]
    private static partial Regex StepUse();

    [GeneratedRegex(@"\$([A-Z_]+)")]
    private static partial Regex Variable();

    [GeneratedRegex("--[a-z][a-z-]+")]
    private static partial Regex LongOption();

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
