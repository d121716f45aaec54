using System.Text;
using FluxLint.Files;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Files;

public sealed class TreeCacheTests
{
    private readonly TreeCache cache = new();

    [Fact]
    public void A_file_that_is_the_same_keeps_its_tree()
    {
        var before = Load(("a.yaml", "x: 1"), ("b.yaml", "y: 1"));
        var after = Load(("a.yaml", "x: 1"), ("b.yaml", "y: 2"));

        Assert.Same(before.Tree("a.yaml"), after.Tree("a.yaml"));
        Assert.NotSame(before.Tree("b.yaml"), after.Tree("b.yaml"));
        Assert.Equal("y: 2", after.Tree("b.yaml")?.Source.Text);
        Assert.Equal(3, cache.Parsed);
    }

    [Fact]
    public void What_is_counted_does_not_depend_on_it()
    {
        Read(Load(("a.yaml", "x: 1")));
        var again = Load(("a.yaml", "x: 1"));

        Read(again);

        Assert.Equal((1, 4), (again.FilesParsed, again.CharactersParsed));
    }

    [Fact]
    public void The_same_text_in_other_bytes_is_not_the_same()
    {
        var plain = cache.Parse(SourceText.Decode("a.yaml", Encoding.UTF8.GetBytes("x: 1")));
        var marked = cache.Parse(SourceText.Decode("a.yaml", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("x: 1")]));

        Assert.NotSame(plain, marked);
        Assert.True(marked.Source.HasByteOrderMark);
    }

    private static YamlTree? Read(Repository repository) => repository.Tree("a.yaml");

    private Repository Load(params (string Path, string Text)[] files) =>
        Repository.Load(InMemoryFileSystem.Of(files.Select(file => KeyValuePair.Create(file.Path, file.Text))), cache);
}
