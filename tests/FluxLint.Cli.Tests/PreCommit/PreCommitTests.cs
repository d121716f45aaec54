using FluxLint.Cli.Tests.Packaging;

namespace FluxLint.Cli.Tests.PreCommit;

/// <summary>Lets pre-commit install the hook of the README from this repository, as it is now, and commits with it.</summary>
[Collection(Name)]
public sealed class PreCommitTests : IDisposable
{
    public const string Name = "hook";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fluxlint-hook-");

    private string Ours => Path.Combine(folder.FullName, "fluxlint");

    private string Theirs => Path.Combine(folder.FullName, "fleet");

    public void Dispose() => folder.Delete(recursive: true);

    [PreCommitFact]
    public void A_commit_with_a_violation_is_stopped()
    {
        SourceTree.CopyTo(Ours);
        CreateRepository(Ours);
        Git(Ours, "add", "--all").Succeeded();
        Git(Ours, "commit", "--quiet", "--message", "Release").Succeeded();
        Git(Ours, "tag", $"v{PackageFeed.Version}").Succeeded();

        Write("apps/kustomization.yaml", "resources:\n  - settings.yaml\n");
        Write("apps/settings.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: apps\n");
        Write(".pre-commit-config.yaml", Settings());
        CreateRepository(Theirs);
        Git(Theirs, "add", "--all").Succeeded();
        Run(Theirs, "pre-commit", "install", "--install-hooks").Succeeded();

        Git(Theirs, "commit", "--message", "Good").Succeeded();
        Git(Theirs, "rm", "--quiet", "apps/settings.yaml").Succeeded();
        var bad = Git(Theirs, "commit", "--message", "Bad");

        Assert.NotEqual(0, bad.ExitCode);
        Assert.Contains("FLX1001", bad.Output, StringComparison.Ordinal);
        Assert.Equal("Good", Git(Theirs, "log", "--format=%s").Succeeded().Output.Trim());
    }

    private string Settings()
    {
        var written = SourceTree.ReadmeBlocks("yaml").First(block => block.Contains("- id: fluxlint\n", StringComparison.Ordinal));
        var settings = written.Replace("https://github.com/fluxlint/fluxlint", Ours, StringComparison.Ordinal);
        Assert.NotEqual(written, settings);
        return settings;
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(Theirs, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? Theirs);
        File.WriteAllText(full, text);
    }

    private void CreateRepository(string directory)
    {
        Assert.False(Path.Exists(Path.Combine(directory, ".git")), "a repository of somebody else");
        Git(directory, "init", "--quiet").Succeeded();
        Assert.True(Directory.Exists(Path.Combine(directory, ".git")));
    }

    private ToolRun Git(string directory, params string[] arguments) => Run(directory, "git", arguments);

    private ToolRun Run(string directory, string program, params string[] arguments) => ToolRun.Of(
        directory,
        [
            ("PRE_COMMIT_HOME", Path.Combine(folder.FullName, "cache")),
            ("GIT_CEILING_DIRECTORIES", folder.FullName),
            // A machine without a linker, as many are that pre-commit runs on. That the native program is packed and installed other tests see.
            ("CppCompilerAndLinker", "no-linker"),
            // The tester and their settings, in place of those of the machine.
            ("GIT_CONFIG_GLOBAL", Path.Combine(folder.FullName, "gitconfig")),
            ("GIT_AUTHOR_NAME", "A tester"),
            ("GIT_AUTHOR_EMAIL", "tester@example.com"),
            ("GIT_COMMITTER_NAME", "A tester"),
            ("GIT_COMMITTER_EMAIL", "tester@example.com"),
        ],
        program,
        arguments);
}
