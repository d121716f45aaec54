using FluxLint.Cli.Tests.Terminal;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>What <c>fluxlint diff</c> shows.</summary>
public sealed class DiffTests : IDisposable
{
    private const string Web = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: web}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - {name: web, image: "web:1", envFrom: [{configMapRef: {name: settings}}]}
                - {name: proxy, image: "proxy:1"}

        """;

    private const string Others = """
        apiVersion: v1
        kind: Namespace
        metadata: {name: web}
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data, namespace: web}
        spec: {storageClassName: fast}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: page, namespace: web}
        data:
          page: |
            welcome
            to ${cluster}

        """;

    private readonly SmallRepository repository = new();

    public DiffTests()
    {
        foreach (var cluster in (string[])["one", "two"])
        {
            repository.WriteKustomization($"clusters/{cluster}/apps.yaml", "apps", "./apps", $", postBuild: {{substitute: {{cluster: {cluster}}}}}")
                .WriteKustomization($"clusters/{cluster}/infra.yaml", "infra", "./infra");
        }
        repository.Write("apps/kustomization.yaml", """
                resources: [web.yaml, others.yaml, secret.yaml]
                configMapGenerator: [{name: settings, namespace: web, literals: [level=1]}]
                secretGenerator: [{name: made, namespace: web, literals: [key=sesame]}]

                """)
            .Write("apps/web.yaml", Web)
            .Write("apps/others.yaml", Others)
            .Write("apps/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: login, namespace: web}\nstringData: {password: xyzzy}\n")
            .Write("infra/moving.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: moving, namespace: web}\ndata: {a: b}\n");
    }

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task Shows_every_kind_of_change() => await Verifier.Verify(await ShowChange("text"));

    [Fact]
    public async Task Shows_every_kind_of_change_in_markdown() => await Verifier.Verify(await ShowChange("markdown"));

    [Fact]
    public async Task Shows_every_kind_of_change_in_json() => await Verifier.Verify(await ShowChange("json"));

    [Fact]
    public async Task Two_revisions_are_compared_without_the_work_tree()
    {
        var git = await Change();
        await git.Commit();
        var expected = await CommandRun.Of(repository.Root, "diff", "HEAD~", "HEAD");
        repository.Write("apps/web.yaml", "broken: [");
        var bare = Directory.CreateTempSubdirectory("fluxlint-bare-");
        try
        {
            await git.Run("clone", "--quiet", "--bare", ".", bare.FullName);

            var again = await CommandRun.Of(repository.Root, "diff", "HEAD~", "HEAD");
            var inBare = await CommandRun.Of(bare.FullName, "diff", "HEAD~", "HEAD");
            var withoutTree = await CommandRun.Of(bare.FullName, "diff", "HEAD");

            Assert.Equal((0, expected.Output), (again.ExitCode, again.Output));
            Assert.Equal((0, expected.Output), (inBare.ExitCode, inBare.Output));
            Assert.Equal((2, "error: there is no work tree here: name two revisions\n"), (withoutTree.ExitCode, withoutTree.Error));
        }
        finally
        {
            bare.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_folder_of_a_repository_has_paths_of_its_own()
    {
        var outer = Directory.CreateTempSubdirectory("fluxlint-outer-");
        try
        {
            Directory.Move(repository.Root, Path.Join(outer.FullName, "gitops"));
            await GitRepository.Of(outer.FullName);
            await File.WriteAllTextAsync(Path.Join(outer.FullName, "gitops/apps/web.yaml"), Web.Replace("web:1", "web:2"));

            var run = await CommandRun.Of(Path.Join(outer.FullName, "gitops"), "diff", "HEAD");

            Assert.Contains("containers[0].image  web:1 -> web:2\n      apps/web.yaml:10:30\n", run.Output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Move(Path.Join(outer.FullName, "gitops"), repository.Root);
            outer.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Links_are_what_they_were_in_a_revision()
    {
        repository.Write("apps/real.yaml", Web);
        File.Delete(Path.Join(repository.Root, "apps/web.yaml"));
        File.CreateSymbolicLink(Path.Join(repository.Root, "apps/web.yaml"), "real.yaml");
        await GitRepository.Of(repository.Root);
        File.Delete(Path.Join(repository.Root, "apps/web.yaml"));
        repository.Write("apps/web.yaml", Web.Replace("web:1", "web:2"));

        var run = await CommandRun.Of(repository.Root, "diff", "HEAD");

        Assert.Contains("containers[0].image  web:1 -> web:2\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n1 object changed; 2 of 2 clusters change\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_ends_that_a_system_checks_out_are_no_change()
    {
        await GitRepository.Of(repository.Root);
        repository.Write("apps/others.yaml", Others.ReplaceLineEndings("\r\n"));

        Assert.Equal("nothing changes in 2 clusters\n", (await CommandRun.Of(repository.Root, "diff", "HEAD")).Output);
    }

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
        Assert.EndsWith("\n1 Flux object not known; 0 of 2 clusters change\n", run.Output, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("nosuch")]
    [InlineData("--upload-pack=touch")]
    [InlineData("")]
    [InlineData("HEAD:apps")]
    public async Task A_revision_that_is_none_is_named(string revision)
    {
        await GitRepository.Of(repository.Root);

        var run = await CommandRun.Of(repository.Root, "diff", "--", revision);
        var lint = await CommandRun.Of(repository.Root, "lint", $"--base={(revision.Length == 0 ? "nosuch" : revision)}");

        Assert.Equal((2, $"error: there is no revision '{revision}'\n"), (run.ExitCode, run.Error));
        Assert.Equal(2, lint.ExitCode);
    }

    [Fact]
    public async Task Without_git_there_is_nothing_to_compare_with()
    {
        var run = await CommandRun.Of(repository.Root, "diff", "HEAD");

        Assert.Equal((2, "error: there is no git repository to look up 'HEAD' in\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task A_shallow_clone_says_what_it_lacks()
    {
        var git = await Change();
        await git.Commit();
        await git.Run("clone", "--quiet", "--depth", "1", $"file://{repository.Root}", "shallow");

        var run = await CommandRun.Of($"{repository.Root}/shallow", "diff", "HEAD~");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("error: there is no revision 'HEAD~' in this shallow clone; 'git fetch --deepen 1'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_a_repository_names_is_run()
    {
        var git = await Change();
        var trap = Path.Join(repository.Root, "git");
        await File.WriteAllTextAsync(trap, "#!/bin/sh\ntouch \"$(dirname \"$0\")/sprung\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(trap, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        foreach (var setting in (string[])["core.fsmonitor", "core.pager", "core.sshCommand", "core.alternateRefsCommand", "filter.x.clean", "filter.x.smudge", "filter.x.process", "diff.external", "diff.x.textconv", "uploadpack.packObjectsHook"])
            await git.Run("config", setting, trap);
        await git.Run("config", "core.hooksPath", repository.Root);
        await git.Run("config", "remote.origin.url", $"ext::{trap}");
        await git.Run("config", "remote.origin.promisor", "true");
        await git.Run("config", "protocol.ext.allow", "always");
        repository.Write(".gitattributes", "* filter=x diff=x\n");
        // A partial clone would fetch what it lacks, by whatever program its configuration names.
        var id = (await ProcessRun.Run(repository.Root, "git", ["-c", "core.fsmonitor=false", "rev-parse", "HEAD:apps/web.yaml"])).Output.Trim();
        File.Delete(Path.Join(repository.Root, ".git/objects", id[..2], id[2..]));
        // What git ran while the trap was set up.
        File.Delete(Path.Join(repository.Root, "sprung"));

        var run = await CommandRun.Of(repository.Root, "diff", "HEAD");

        Assert.Equal((2, $"error: the object {id} is not in this clone\n"), (run.ExitCode, run.Error));
        Assert.False(File.Exists(Path.Join(repository.Root, "sprung")));
    }

    /// <summary>What a format shows of all changes, which must never be what a Secret holds.</summary>
    private async Task<string> ShowChange(string format)
    {
        await Change();
        var run = await CommandRun.Of(repository.Root, "diff", "HEAD", "--format", format);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All((string[])["xyzzy", "plugh", "sesame"], secret => Assert.DoesNotContain(secret, run.Output, StringComparison.Ordinal));
        return run.Output;
    }

    private async Task<GitRepository> Change()
    {
        var git = await GitRepository.Of(repository.Root);
        repository.Write("apps/kustomization.yaml", """
                resources: [web.yaml, others.yaml, secret.yaml, moving.yaml, new.yaml]
                configMapGenerator: [{name: settings, namespace: web, literals: [level=2]}]
                secretGenerator: [{name: made, namespace: web, literals: [key=sesame2]}]

                """)
            .Write("apps/web.yaml", Web.Replace("app: web}}\n", "app: web2}}\n").Replace("proxy:1", "proxy:2"))
            .Write("apps/others.yaml", Others[Others.IndexOf("---\n", StringComparison.Ordinal)..].Replace("fast", "slow").Replace("to $", "back to $"))
            .Write("apps/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: login, namespace: web}\nstringData: {password: plugh}\n")
            .Write("apps/new.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web, namespace: web}\n")
            .WriteKustomization("clusters/two/infra.yaml", "infra", "./infra", ", suspend: true");
        Directory.Move(Path.Join(repository.Root, "infra/moving.yaml"), Path.Join(repository.Root, "apps/moving.yaml"));
        repository.Write("infra/kustomization.yaml", "resources: []\n");
        return git;
    }
}
