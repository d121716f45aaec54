using CsCheck;
using FluxLint.Files;
using FluxLint.Kustomize.Tracing;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Kustomize.Tracing;

/// <summary>An object that is searched often is searched otherwise, and finds the same.</summary>
public sealed class FieldIndexTests
{
    [Fact]
    public void Index_finds_what_a_search_finds() => Gen.Int.Sample(
        seed =>
        {
            foreach (var resource in new DirectoryBuild(Repository.Load(InMemoryFileSystem.Of(RandomStack.Of(seed)))).Resources)
            {
                var index = new FieldIndex(resource.Root);
                Assert.All(Sought(resource.Root), node => Assert.Equal(Show(FieldSearch.Find(resource.Root, node)), Show(index.Find(node))));
            }
        },
        iter: 100);

    [Fact]
    public void Node_of_another_object_is_not_found()
    {
        var (one, other) = (Parse(), Parse());
        Assert.NotNull(one);
        Assert.NotNull(other);

        Assert.Null(new FieldIndex(one).Find(other));
        Assert.Equal([one], new FieldIndex(one).Find(one)?.Nodes);
    }

    private static YamlMapping? Parse() => YamlTree.Parse(SourceText.From("a.yaml", "a: {b: c}\n")).RootMapping;

    /// <summary>All nodes of an object, keys too, and those that they took the place of.</summary>
    private static IEnumerable<YamlNode> Sought(YamlNode node)
    {
        for (var at = node; at is not null; at = at.Derivation?.Replaced)
            yield return at;
        var below = node switch
        {
            YamlMapping mapping => mapping.Entries.SelectMany(entry => (YamlNode[])[entry.Key, entry.Value]),
            YamlSequence sequence => sequence.Items,
            _ => [],
        };
        foreach (var inner in below.SelectMany(Sought))
            yield return inner;
    }

    private static string? Show(FieldTrail? trail) =>
        trail is null ? null : $"{trail.Path} {string.Join(' ', trail.Nodes.Select(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode))}";
}
