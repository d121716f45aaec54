using FluxLint.Cli.Tests.Terminal;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>A directory under git, with commits of nobody in particular.</summary>
/// <param name="directory">Full path of the directory.</param>
internal sealed class GitRepository(string directory)
{
    private static readonly string[] Author = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgSign=false", "-c", "protocol.file.allow=always"];

    /// <summary>Makes a repository whose first commit is what is there.</summary>
    public static async Task<GitRepository> Of(string directory)
    {
        var repository = new GitRepository(directory);
        await repository.Run("init", "--quiet", "--initial-branch=main");
        await repository.Commit();
        return repository;
    }

    /// <summary>Commits what is there.</summary>
    public async Task Commit()
    {
        await Run("add", "--all");
        await Run("commit", "--quiet", "--message", "A change");
    }

    /// <summary>Runs git.</summary>
    public async Task<string> Run(params string[] arguments)
    {
        var run = await ProcessRun.Run(directory, "git", [.. Author, .. arguments]);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output.Trim();
    }
}
