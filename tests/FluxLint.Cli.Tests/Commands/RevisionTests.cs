using FluxLint.Cli.Tests.Terminal;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>What a revision of git is, and what is not run to read it.</summary>
public sealed class RevisionTests : IDisposable
{
    private readonly DiffRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task Two_revisions_are_compared_without_the_work_tree()
    {
        var git = await repository.Change();
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
            await File.WriteAllTextAsync(Path.Join(outer.FullName, "gitops/apps/web.yaml"), DiffRepository.Web.Replace("web:1", "web:2"));

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
        repository.Write("apps/real.yaml", DiffRepository.Web);
        File.Delete(Path.Join(repository.Root, "apps/web.yaml"));
        File.CreateSymbolicLink(Path.Join(repository.Root, "apps/web.yaml"), "real.yaml");
        await GitRepository.Of(repository.Root);
        File.Delete(Path.Join(repository.Root, "apps/web.yaml"));
        repository.Write("apps/web.yaml", DiffRepository.Web.Replace("web:1", "web:2"));

        var run = await CommandRun.Of(repository.Root, "diff", "HEAD");

        Assert.Contains("containers[0].image  web:1 -> web:2\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n1 object changed; 2 of 2 clusters change\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_ends_that_a_system_checks_out_are_no_change()
    {
        await GitRepository.Of(repository.Root);
        repository.Write("apps/others.yaml", DiffRepository.Others.ReplaceLineEndings("\r\n"));

        Assert.Equal("nothing changes in 2 clusters\n", (await CommandRun.Of(repository.Root, "diff", "HEAD")).Output);
    }

    [Theory]
    [InlineData("nosuch")]
    [InlineData("--upload-pack=touch")]
    [InlineData("")]
    public async Task A_revision_that_is_none_is_named(string revision)
    {
        await GitRepository.Of(repository.Root);

        var run = await CommandRun.Of(repository.Root, "diff", "--", revision);
        var lint = await CommandRun.Of(repository.Root, "lint", $"--base={(revision.Length == 0 ? "nosuch" : revision)}");

        Assert.Equal((2, $"error: there is no revision '{revision}'\n"), (run.ExitCode, run.Error));
        Assert.Equal(2, lint.ExitCode);
    }

    [Theory]
    [InlineData("HEAD^{tree}")]
    [InlineData("HEAD:apps")]
    public async Task What_is_no_commit_is_called_so(string revision)
    {
        await GitRepository.Of(repository.Root);

        var run = await CommandRun.Of(repository.Root, "diff", revision);

        Assert.Equal((2, $"error: '{revision}' is no commit, and has none behind it\n"), (run.ExitCode, run.Error));
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
        var git = await repository.Change();
        await git.Commit();
        await git.Run("clone", "--quiet", "--depth", "1", $"file://{repository.Root}", "shallow");

        var run = await CommandRun.Of($"{repository.Root}/shallow", "diff", "HEAD~");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("error: there is no revision 'HEAD~' in this shallow clone; 'git fetch --deepen 1'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_a_repository_names_is_run()
    {
        var git = await repository.Change();
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
}
