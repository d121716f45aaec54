namespace FluxLint.Cli.Tests.Commands;

/// <summary>What <c>fluxlint diff</c> shows.</summary>
public sealed class DiffTests : IDisposable
{
    private readonly DiffRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task Shows_every_kind_of_change() => await Verifier.Verify(await ShowChange("text"));

    [Fact]
    public async Task Shows_every_kind_of_change_in_markdown() => await Verifier.Verify(await ShowChange("markdown"));

    [Fact]
    public async Task Shows_every_kind_of_change_in_json() => await Verifier.Verify(await ShowChange("json"));

    [Fact]
    public async Task A_comment_is_never_longer_than_GitHub_takes()
    {
        await GitRepository.Of(repository.Root);
        repository.Write("infra/many.yaml", string.Join("---\n", Enumerable.Range(0, 1500).Select(i => $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: settings-{i}, namespace: web}}\n")));

        var run = await CommandRun.Of(repository.Root, "diff", "HEAD", "--format", "markdown");

        Assert.InRange(run.Output.Length, 50_000, 65_536);
        Assert.Matches("[0-9]+ rows are left out to keep within the size of a comment", run.Output);
    }

    [Fact]
    public async Task Flux_leaves_what_it_applied_where_nothing_can_be_built()
    {
        await GitRepository.Of(repository.Root);
        repository.Write("apps/kustomization.yaml", "resources: [web.yaml, gone.yaml]\n");

        var run = await CommandRun.Of(repository.Root, "diff", "HEAD", "--fail-on-danger");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Kustomization/apps.flux-system does not build, so that nothing of it changes until it does: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n    waits until Kustomization/apps.flux-system builds\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n1 object changed, 1 of these withheld, 1 Flux object not known; 0 of 2 clusters change\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Objects_that_change_alike_for_one_cause_are_shown_as_one()
    {
        repository.Write("infra/kustomization.yaml", "resources: [moving.yaml, a.yaml, b.yaml, c.yaml, d.yaml]\n");
        foreach (var name in (string[])["a", "b", "c", "d"])
            repository.Write($"infra/{name}.yaml", $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: {name}, namespace: web}}\n");
        await GitRepository.Of(repository.Root);
        repository.Write("infra/kustomization.yaml", "resources: [moving.yaml, a.yaml, b.yaml, c.yaml, d.yaml]\ncommonAnnotations: {team: b}\n");

        var run = await CommandRun.Of(repository.Root, "diff", "HEAD");

        Assert.Contains("  ConfigMap/a.web, ConfigMap/b.web, ConfigMap/c.web and 2 more  in both clusters\n    metadata.annotations  now {team: b}\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_of_several_lines_is_shown_by_those_that_change()
    {
        repository.Write("infra/moving.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: moving, namespace: web}\ndata:\n  a: first\n  b: |\n    1\n    2\n");
        await GitRepository.Of(repository.Root);
        var many = string.Concat(Enumerable.Range(1, 20).Select(i => $"    line {i}\n"));
        repository.Write("infra/moving.yaml", $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: moving, namespace: web}}\ndata:\n  a: |-\n    first\n{many}  b: |\n    1\n    two\n");

        var run = await CommandRun.Of(repository.Root, "diff", "HEAD");
        var page = await CommandRun.Of(repository.Root, "diff", "HEAD", "--format", "markdown");

        Assert.Contains("\n    data.a\n      + line 1\n      + line 2\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n      + line 12\n      and 8 more lines\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n    data.b\n      - 2\n      + two\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("<br>line 12<br>and 8 more lines | both clusters |", page.Output, StringComparison.Ordinal);
        Assert.Contains(" | data.b | 2 | two | both clusters |", page.Output, StringComparison.Ordinal);
    }

    /// <summary>What a format shows of all changes, which must never be what a Secret holds.</summary>
    private async Task<string> ShowChange(string format)
    {
        await repository.Change();
        var run = await CommandRun.Of(repository.Root, "diff", "HEAD", "--format", format);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All((string[])["xyzzy", "plugh", "sesame"], secret => Assert.DoesNotContain(secret, run.Output, StringComparison.Ordinal));
        return run.Output;
    }
}
