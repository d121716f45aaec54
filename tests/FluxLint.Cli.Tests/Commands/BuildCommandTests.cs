namespace FluxLint.Cli.Tests.Commands;

public sealed class BuildCommandTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("fluxlint");

    [Fact]
    public async Task Prints_the_manifests_in_the_order_asked_for()
    {
        Write("app/kustomization.yaml", "resources: [r.yaml]\n");
        Write("app/r.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: s}\n---\napiVersion: v1\nkind: Namespace\nmetadata: {name: prod}\n");

        const string @namespace = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: prod\n";
        const string service = "apiVersion: v1\nkind: Service\nmetadata:\n  name: s\n";
        Assert.Equal(new(0, $"{@namespace}---\n{service}", ""), await Build("app"));
        Assert.Equal(new(0, $"{service}---\n{@namespace}", ""), await Build("app", "--order", "fifo"));
    }

    [Fact]
    public async Task Writes_to_a_file()
    {
        Write("kustomization.yaml", "resources: [r.yaml]\n");
        Write("r.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: s}\n");

        Assert.Equal(new(0, "", ""), await Build(".", "--output", "out.yaml"));
        Assert.Equal("apiVersion: v1\nkind: Service\nmetadata:\n  name: s\n", File.ReadAllText(Path.Join(directory.FullName, "out.yaml")));
    }

    [Fact]
    public async Task Follows_directories_above_where_no_repository_says_how_far()
    {
        Write("one/base/kustomization.yaml", "resources: [r.yaml]\n");
        Write("one/base/r.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: s}\n");
        Write("two/deep/app/kustomization.yaml", "resources: [../../../one/base]\nnamePrefix: a-\n");

        Assert.Contains("name: a-s", (await Build("two/deep/app")).Output);
    }

    [Fact]
    public async Task Lists_every_problem_and_prints_nothing_when_the_build_fails()
    {
        Write("fluxlint.yaml", "");
        Write("app/kustomization.yaml", "resources:\n- missing.yaml\n- ../r.yaml\n");
        Write("r.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: s}\n");

        var run = await Build("app");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Equal(
            """
            error: app/kustomization.yaml:2:3: 'missing.yaml' in resources does not exist
            error: app/kustomization.yaml:3:3: 'r.yaml' is not in or below 'app', and the load restrictor 'root-only' lets a kustomization read no other files

            """,
            run.Error);
    }

    [Fact]
    public async Task Reads_files_above_when_asked_to()
    {
        Write("fluxlint.yaml", "");
        Write("app/kustomization.yaml", "resources: [../r.yaml]\n");
        Write("r.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: s}\n");

        Assert.Equal(0, (await Build("app", "--load-restrictor", "none")).ExitCode);
    }

    [Fact]
    public async Task Builds_as_the_version_of_kustomize_that_is_asked_for()
    {
        Write("kustomization.yaml", "resources: [r.yaml]\nreplacements:\n- sourceValue: b\n  targets: [{select: {name: s}, fieldPaths: [spec.type]}]\n");
        Write("r.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {type: a}\n");

        Assert.Contains("type: b", (await Build(".")).Output);
        Assert.Contains("type: b", (await Build(".", "--kustomize-version", "v5.7.1")).Output);
        Assert.Equal(
            new(1, "", "error: kustomization.yaml:3:16: kustomize 5.5 has no 'sourceValue'; 5.7 is the first that has\n"),
            await Build(".", "--kustomize-version", "5.5"));
    }

    [Theory]
    [InlineData(".", "--kustomize-version", "4.5", "--kustomize-version takes 5.5, 5.6, 5.7 or 5.8, not '4.5'")]
    [InlineData("nowhere", "--order", "fifo", "'nowhere' does not exist")]
    [InlineData(".", "--order", "random", "--order takes legacy or fifo, not 'random'")]
    [InlineData(".", "--load-restrictor", "some", "--load-restrictor takes root-only or none, not 'some'")]
    [InlineData("r.yaml", "--order", "fifo", "'r.yaml' is a file: a build starts from a directory")]
    public async Task Says_what_is_wrong_with_its_arguments(string path, string option, string value, string message)
    {
        Write("kustomization.yaml", "resources: [r.yaml]\n");
        Write("r.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: s}\n");

        Assert.Equal(new(2, "", $"error: {message}\n"), await Build(path, option, value));
    }

    public void Dispose() => directory.Delete(recursive: true);

    private Task<CommandRun> Build(params string[] arguments) => CommandRun.Of(directory.FullName, ["build", .. arguments]);

    private void Write(string path, string text)
    {
        var full = Path.Join(directory.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? full);
        File.WriteAllText(full, text);
    }
}
