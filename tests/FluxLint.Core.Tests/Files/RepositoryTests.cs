using System.Collections.Immutable;
using FluxLint.Files;

namespace FluxLint.Core.Tests.Files;

public class RepositoryTests
{
    [Fact]
    public void Files_are_in_ordinal_order_without_git_and_ignored_ones()
    {
        var repository = Load(".git/config", "b.yaml", "B.yaml", "a/x.yaml", "a-b/x.yaml", "a.yaml", "node_modules/x.yaml", ".gitignore=node_modules\n");
        Assert.Equal([".gitignore", "B.yaml", "a-b/x.yaml", "a.yaml", "a/x.yaml", "b.yaml"], repository.Files.ToArray());
        Assert.Equal(["", "a", "a-b"], repository.Directories.ToArray());
    }

    [Fact]
    public void Yaml_files_are_known_by_name_and_templates_of_charts_are_none()
    {
        var repository = Load(
            "a.yaml", "b.yml", "Kustomization", "c/Kustomization", "d.yaml.bak", "e.json", "x.YAML", "templates/ok.yaml",
            "charts/app/Chart.yaml", "charts/app/values.yaml", "charts/app/crds/crd.yaml", "charts/app/templates/a.yaml", "charts/app/templates/deep/b.yaml");
        Assert.Equal(
            ["Kustomization", "a.yaml", "b.yml", "c/Kustomization", "charts/app/Chart.yaml", "charts/app/crds/crd.yaml", "charts/app/values.yaml", "templates/ok.yaml"],
            repository.YamlFiles.ToArray());
        Assert.Contains("charts/app/templates/a.yaml", repository.Files);
    }

    [Fact]
    public void Link_to_a_file_is_a_file_and_link_to_a_directory_is_not_walked()
    {
        var files = InMemoryFileSystem.Empty.WithFile("base/x.yaml", "a: 1").WithFile("base/text", "a: 1")
            .WithLink("x.yaml", "base/x.yaml").WithLink("y.yaml", "base/text").WithLink("again", "base");
        var repository = Repository.Load(files);
        Assert.Equal(["base/text", "base/x.yaml", "x.yaml", "y.yaml"], repository.Files.ToArray());
        Assert.Equal(["base/x.yaml", "y.yaml"], repository.YamlFiles.ToArray());
        Assert.Equal(["", "base"], repository.Directories.ToArray());
        Assert.True(repository.DirectoryExists("again"));
        Assert.Same(repository.Tree("base/x.yaml"), repository.Tree("again/x.yaml"));
        Assert.Same(repository.Tree("base/x.yaml"), repository.Tree("x.yaml"));
        Assert.Equal("base/x.yaml", repository.Tree("x.yaml")?.Source.Path);
        Assert.Equal(1, repository.FilesParsed);
        Assert.Empty(repository.Problems);
    }

    [Fact]
    public void Links_that_leave_are_problems_once()
    {
        var files = InMemoryFileSystem.Empty.WithFile(".gitignore", "ignored\n")
            .WithLink("out", "../elsewhere").WithLink("a/absolute.yaml", "/etc/passwd").WithLink("ignored", "..").WithLink("gone.yaml", "nothing").WithLink("gone.txt", "nothing");
        var repository = Repository.Load(files);
        Assert.Equal(
            [
                "Outside a/absolute.yaml:1:1: the symbolic link 'a/absolute.yaml' leads out of the repository",
                "Unreadable gone.yaml:1:1: the symbolic link 'gone.yaml' leads nowhere",
                "Outside out:1:1: the symbolic link 'out' leads out of the repository",
            ],
            Problems(repository));

        Assert.Null(repository.Tree("out/x.yaml"));
        Assert.Null(repository.Tree("a/absolute.yaml"));
        Assert.Null(repository.Tree("../../x.yaml"));
        Assert.Equal(3, repository.Problems.Length);
        Assert.Null(repository.Tree("ignored/x.yaml"));
        Assert.Equal("Outside ignored/x.yaml:1:1: 'ignored/x.yaml' leads out of the repository through a symbolic link", Problems(repository)[2]);
        Assert.False(repository.FileExists("out"));
        Assert.False(repository.DirectoryExists("out"));
    }

    [Fact]
    public void Existence_is_the_disks_even_where_git_ignores()
    {
        var repository = Load(".gitignore=generated/\n", "generated/x.yaml=a: 1\n");
        Assert.DoesNotContain("generated/x.yaml", repository.Files);
        Assert.True(repository.FileExists("generated/x.yaml"));
        Assert.True(repository.DirectoryExists("generated"));
        Assert.NotNull(repository.Tree("generated/x.yaml"));
        Assert.False(repository.FileExists("generated"));
        Assert.Null(repository.Tree("generated"));
        Assert.Null(repository.Tree("generated/y.yaml"));
        Assert.Empty(repository.Problems);
    }

    [Fact]
    public async Task A_file_is_parsed_once_whatever_the_number_of_threads()
    {
        var repository = Load([.. Enumerable.Range(0, 50).Select(i => $"f{i}.yaml=a: {i:00}\n")]);
        await Parallel.ForAsync(0, 1000, (i, _) =>
        {
            Assert.NotNull(repository.Tree($"f{i % 50}.yaml"));
            return ValueTask.CompletedTask;
        });
        Assert.Equal(50, repository.FilesParsed);
        Assert.Equal(50 * 6, repository.CharactersParsed);
    }

    [Fact]
    public void What_cannot_be_read_is_a_problem_once()
    {
        var failing = new FailingFileSystem(InMemoryFileSystem.Empty.WithFile("a.yaml", "").WithFile("denied.yaml", "").WithFile("bad.yaml", "").WithFile("denied/x.yaml", "").WithFile("bad/.gitignore", ""));
        var repository = Repository.Load(failing);
        for (var i = 0; i < 3; i++)
        {
            Assert.Null(repository.Tree("denied.yaml"));
            Assert.Null(repository.Tree("bad.yaml"));
        }
        Assert.NotNull(repository.Tree("a.yaml"));
        Assert.Equal(
            [
                "Unreadable bad.yaml:1:1: the file 'bad.yaml' cannot be read: the disk is on fire",
                "Unreadable bad/.gitignore:1:1: the file 'bad/.gitignore' cannot be read: the disk is on fire",
                "Unreadable denied:1:1: the directory 'denied' cannot be read: permission is denied",
                "Unreadable denied.yaml:1:1: the file 'denied.yaml' cannot be read: permission is denied",
            ],
            Problems(repository));
        Assert.Equal(1, repository.FilesParsed);
    }

    [Fact]
    public void Missing_root_is_a_problem()
    {
        var root = Path.Join(Path.GetTempPath(), "fluxlint-no-such-directory");
        var problem = Assert.Single(Repository.Load(new DiskFileSystem(root)).Problems);
        Assert.Equal(FileProblemKind.Unreadable, problem.Kind);
        Assert.StartsWith("the repository root cannot be read: ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelled_walk_stops() =>
        Assert.Throws<OperationCanceledException>(() => Repository.Load(InMemoryFileSystem.Empty, new CancellationToken(canceled: true)));

    [Fact]
    public void Kustomization_file_has_three_names()
    {
        var repository = Load("a/kustomization.yml", "b/Kustomization", "c/Kustomization", "c/kustomization.yaml", "kustomization.yaml");
        Assert.Equal("a/kustomization.yml", repository.KustomizationFile("a"));
        Assert.Equal("b/Kustomization", repository.KustomizationFile("b"));
        Assert.Equal("kustomization.yaml", repository.KustomizationFile(""));
        Assert.Equal(["c/kustomization.yaml", "c/Kustomization"], repository.KustomizationFiles("c").ToArray());
        Assert.Null(repository.KustomizationFile("d"));
    }

    [Theory]
    [InlineData("infrastructure/overlays/prodution/management-addons", "infrastructure/overlays/production/management-addons")]
    [InlineData("infrastructure/overlays/production/management-addon/kustomization.yaml", "infrastructure/overlays/production/management-addons/kustomization.yaml")]
    [InlineData("apps/Podinfo.yaml", "apps/podinfo.yaml")]
    [InlineData("something/else/entirely", null)]
    public void Nearest_path(string path, string? expected)
    {
        var repository = Load("infrastructure/overlays/production/management-addons/kustomization.yaml", "apps/podinfo.yaml", "apps/podinfos.yaml");
        Assert.Equal(expected, repository.NearestPath(path));
    }

    [Fact]
    public void Nearest_path_has_another_extension_before_another_name() =>
        Assert.Equal("app/d.jsn", Load("app/b.json", "app/d.jsn").NearestPath("app/d.json"));

    [Fact]
    public void Nearest_directory_is_no_file()
    {
        var repository = Load("apps/podinfo/x.yaml", "apps/podinf");
        Assert.Equal("apps/podinfo", repository.NearestDirectory("apps/podin"));
        Assert.Equal("apps/podinf", repository.NearestPath("apps/podin"));
    }

    private static Repository Load(params string[] files) =>
        Repository.Load(InMemoryFileSystem.Of(files.Select(file => file.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts.ElementAtOrDefault(1) ?? "")));

    private static string[] Problems(Repository repository) =>
        [.. repository.Problems.Select(problem => $"{problem.Kind} {problem.Location}: {problem.Message}")];

    private sealed class FailingFileSystem(IFileSystem inner) : IFileSystem
    {
        public ImmutableArray<FileEntry> List(string directory) => Check(directory) ? inner.List(directory) : default;

        public byte[] ReadAllBytes(string path) => Check(path) && !path.StartsWith("bad", StringComparison.Ordinal) ? inner.ReadAllBytes(path) : throw new IOException("the disk is on fire.");

        public bool FileExists(string path) => inner.FileExists(path);

        public bool DirectoryExists(string path) => inner.DirectoryExists(path);

        public ResolvedPath Resolve(string path) => inner.Resolve(path);

        private static bool Check(string path) =>
            path.StartsWith("denied", StringComparison.Ordinal) ? throw new UnauthorizedAccessException($"Access to the path '{path}' is denied.") : true;
    }
}
