using System.Text;
using FluxLint.Files;

namespace FluxLint.Core.Tests.Files;

/// <summary>The disk and the memory behave alike, links and all.</summary>
public sealed class FileSystemTests : IDisposable
{
    private readonly string outer = Directory.CreateTempSubdirectory("fluxlint").FullName;

    public void Dispose() => Directory.Delete(outer, recursive: true);

    [Theory]
    [InlineData("file.yaml", ResolvedPathKind.Inside, "dir/real.yaml")]
    [InlineData("dir-link/real.yaml", ResolvedPathKind.Inside, "dir/real.yaml")]
    [InlineData("chain/real.yaml", ResolvedPathKind.Inside, "dir/real.yaml")]
    [InlineData("dir/up/dir", ResolvedPathKind.Inside, "dir")]
    [InlineData("dir/real.yaml", ResolvedPathKind.Inside, "dir/real.yaml")]
    [InlineData("./dir//../dir/real.yaml", ResolvedPathKind.Inside, "dir/real.yaml")]
    [InlineData("", ResolvedPathKind.Inside, "")]
    [InlineData("secret", ResolvedPathKind.Outside, "")]
    [InlineData("etc", ResolvedPathKind.Outside, "")]
    [InlineData("etc/passwd", ResolvedPathKind.Outside, "")]
    [InlineData("dir/up/../secret.txt", ResolvedPathKind.Broken, "")]
    [InlineData("../secret.txt", ResolvedPathKind.Outside, "")]
    [InlineData("/etc/passwd", ResolvedPathKind.Outside, "")]
    [InlineData("loop", ResolvedPathKind.Broken, "")]
    [InlineData("loop/x", ResolvedPathKind.Broken, "")]
    [InlineData("self", ResolvedPathKind.Broken, "")]
    [InlineData("dangling", ResolvedPathKind.Broken, "")]
    [InlineData("nothing", ResolvedPathKind.Broken, "")]
    [InlineData("dir/real.yaml/x", ResolvedPathKind.Broken, "")]
    public void Resolve_follows_links_and_stays_inside(string path, ResolvedPathKind kind, string real)
    {
        Assert.Equal(new ResolvedPath(kind, real), Disk().Resolve(path));
        Assert.Equal(new ResolvedPath(kind, real), Memory().Resolve(path));
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("etc/passwd")]
    [InlineData("../secret.txt")]
    [InlineData("dir/../../secret.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("loop")]
    [InlineData("nothing")]
    [InlineData("nul\0l")]
    public void Reading_elsewhere_fails_as_a_missing_file(string path)
    {
        foreach (var files in Both())
        {
            Assert.IsAssignableFrom<IOException>(Record.Exception(() => files.ReadAllBytes(path)));
            Assert.IsAssignableFrom<IOException>(Record.Exception(() => files.List(path)));
            Assert.False(files.FileExists(path));
            Assert.False(files.DirectoryExists(path));
        }
    }

    [Fact]
    public void Entries_say_what_they_are_without_following()
    {
        foreach (var files in Both())
        {
            Assert.Equal(
                ["chain:SymbolicLink", "dangling:SymbolicLink", "dir-link:SymbolicLink", "dir:Directory", "etc:SymbolicLink", "file.yaml:SymbolicLink", "loop:SymbolicLink", "pool:SymbolicLink", "secret:SymbolicLink", "self:SymbolicLink"],
                files.List("").Select(entry => $"{entry.Name}:{entry.Kind}").Order(StringComparer.Ordinal));
            Assert.Equal(["real.yaml:File", "up:SymbolicLink"], files.List("dir-link").Select(entry => $"{entry.Name}:{entry.Kind}").Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Content_is_read_through_links()
    {
        foreach (var files in Both())
        {
            Assert.Equal("a: 1\n", Encoding.UTF8.GetString(files.ReadAllBytes("chain/real.yaml")));
            Assert.True(files.FileExists("file.yaml"));
            Assert.False(files.FileExists("dir"));
            Assert.True(files.DirectoryExists("chain"));
            Assert.True(files.DirectoryExists(""));
            Assert.False(files.DirectoryExists("file.yaml"));
        }
    }

    [Fact]
    public void Absolute_and_roundabout_links_back_into_the_root_are_inside()
    {
        var disk = Disk();
        Link("absolute", Path.Join(outer, "root", "dir", "real.yaml"));
        Link("roundabout", "../root/dir/real.yaml");
        Link("sibling", "../root2/x");
        Assert.Equal("dir/real.yaml", disk.Resolve("absolute").Path);
        Assert.Equal("dir/real.yaml", disk.Resolve("roundabout").Path);
        Assert.Equal(ResolvedPathKind.Outside, disk.Resolve("sibling").Kind);
    }

    [Fact]
    public void A_root_that_is_a_link_itself_is_a_root()
    {
        Disk();
        Directory.CreateSymbolicLink(Path.Join(outer, "alias"), "root");
        Link("absolute", Path.Join(outer, "root", "dir", "real.yaml"));
        Link("by-alias", Path.Join(outer, "alias", "dir", "real.yaml"));
        var alias = new DiskFileSystem(Path.Join(outer, "alias"));
        Assert.Equal("dir/real.yaml", alias.Resolve("absolute").Path);
        Assert.Equal("dir/real.yaml", alias.Resolve("by-alias").Path);
        Assert.Equal("dir/real.yaml", alias.Resolve("file.yaml").Path);
    }

    [Fact]
    public void Failure_names_the_path_from_the_root_alone()
    {
        var failure = Assert.ThrowsAny<IOException>(() => Disk().ReadAllBytes("dir/missing.yaml"));
        Assert.Contains("dir/missing.yaml", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(outer, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_refuses_a_file_below_a_file() =>
        Assert.Throws<ArgumentException>(() => InMemoryFileSystem.Empty.WithFile("a", "").WithFile("a/b", ""));

    private IFileSystem[] Both() => [Disk(), Memory()];

    private DiskFileSystem Disk()
    {
        var root = Path.Join(outer, "root");
        if (!Directory.Exists(root))
        {
            Directory.CreateDirectory(Path.Join(root, "dir"));
            File.WriteAllText(Path.Join(root, "dir", "real.yaml"), "a: 1\n");
            File.WriteAllText(Path.Join(outer, "secret.txt"), "secret");
            foreach (var (path, target) in Links)
                Link(path, target);
        }
        return new(root);
    }

    private void Link(string path, string target) => File.CreateSymbolicLink(Path.Join(outer, "root", path), target);

    private static InMemoryFileSystem Memory() =>
        Links.Aggregate(InMemoryFileSystem.Empty.WithFile("dir/real.yaml", "a: 1\n"), (files, link) => files.WithLink(link.Path, link.Target));

    private static readonly (string Path, string Target)[] Links =
    [
        ("file.yaml", "dir/real.yaml"),
        ("dir-link", "dir"),
        ("chain", "./dir-link/../dir/"),
        ("dir/up", ".."),
        ("secret", "../secret.txt"),
        ("etc", "/etc"),
        ("loop", "pool"),
        ("pool", "loop"),
        ("self", "self"),
        ("dangling", "dir/nothing"),
    ];
}
