using System.Collections.Immutable;
using FluxLint.CodeFixes;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.CodeFixes;

/// <summary>Edits of real files: what is read afterwards is what was read before with that one thing changed, and every comment that is not in its place is still there.</summary>
public sealed class RealEditTests
{
    private const int LongestFile = 60_000;
    private const int NodesOfAFile = 6;
    private const string Odd = "it's: #\"odd\"";

    private static readonly YamlScalar New = Scalar("new");

    [Fact]
    public void Change_one_thing() =>
        Assert.Equal("", string.Join('\n', RealRepositories.All.SelectMany(Files).SelectMany(Breaches).Take(20)));

    private static IEnumerable<SourceText> Files(string root) =>
        from file in Directory.EnumerateFiles(root, "*.y*ml", SearchOption.AllDirectories)
        where new FileInfo(file).Length < LongestFile
        from text in (string[])[File.ReadAllText(file), File.ReadAllText(file).ReplaceLineEndings("\r\n").TrimEnd()]
        select SourceText.From(Path.GetRelativePath(root, file), text);

    private static IEnumerable<string> Breaches(SourceText source)
    {
        var repository = Repository.Open(InMemoryFileSystem.Empty.WithFile(source.Path, source.Text));
        if (repository.Tree(source.Path) is not { Problems.IsEmpty: true } tree)
            return [];
        var edit = new YamlEdit(repository);
        var random = new Random(source.Text.Length);
        var edits = Sample(tree, random).SelectMany(node => Edits(edit, node, random));
        var patches = tree.DescendantNodes().OfType<YamlScalar>().Where(IsPatch);
        var inPatches = patches.SelectMany(patch => Sample(YamlTree.ParseEmbedded(patch), random).SelectMany(node => Edits(edit, node, random)).Select(inside => inside with { Patch = patch }));
        return edits.Concat(inPatches).SelectMany(made => Judge(tree, made));
    }

    // Keys that are not scalars compare with nothing.
    private static bool IsPatch(YamlScalar scalar) =>
        scalar.Style == ScalarStyle.Literal
        && YamlTree.ParseEmbedded(scalar) is { Problems: [], Documents: [{ Root: YamlMapping or YamlSequence } document] }
        && YamlNode.DataEquals(document.Root, document.Root);

    private static IEnumerable<YamlNode> Sample(YamlTree tree, Random random)
    {
        var nodes = tree.DescendantNodes().ToArray();
        random.Shuffle(nodes);
        return nodes.Take(NodesOfAFile);
    }

    private static IEnumerable<Edit> Edits(YamlEdit edit, YamlNode node, Random random)
    {
        switch (node)
        {
            case YamlScalar scalar:
                yield return new(node, edit.Replace(scalar, Odd), Scalar(Odd));
                break;
            case YamlSequence { Items.Length: > 0 } sequence:
                var item = sequence.Items[random.Next(sequence.Items.Length)];
                yield return new(node, edit.AddItem(sequence, "new"), sequence.WithItems(sequence.Items.Add(New)));
                yield return new(node, edit.RemoveItem(sequence, item), sequence.WithItems(sequence.Items.Remove(item)));
                break;
            case YamlMapping { Entries.Length: > 0 } mapping:
                var index = random.Next(mapping.Entries.Length);
                var key = mapping.Entries[index].Name ?? "";
                yield return new(node, edit.Set(mapping, "brand: new", "new"), mapping.With("brand: new", New));
                yield return new(node, edit.Set(mapping, key, "new"), mapping.With(key, New));
                yield return new(node, edit.Remove(mapping, key), mapping.Without(key));
                yield return new(node, edit.RenameKey(mapping, key, Odd), mapping.WithEntries(mapping.Entries.SetItem(index, mapping.Entries[index] with { Key = Scalar(Odd) })));
                if (!mapping.IsFlow)
                    yield return new(node, edit.Set(mapping, key, "- new\n- new"), mapping.With(key, new YamlSequence(node.Source, node.Span, [New, New])));
                break;
        }
    }

    private static IEnumerable<string> Judge(YamlTree tree, Edit edit)
    {
        if (edit.Change is not { } change)
            yield break;
        var after = YamlTree.Parse(tree.Source.With([change]));
        var expected = tree.Documents.Select(document => Rewrite(document.Root, edit)).ToList();
        // A merge key takes none of the values that are written here.
        if (after.Problems.Any(problem => problem.Message.Contains("'<<'", StringComparison.Ordinal)))
            yield break;
        if (!after.Problems.IsEmpty)
            yield return $"{edit.Node.Location}: {change}: {after.Problems[0].Message} at {after.Problems[0].Location}";
        else if (!Patched(after, edit).SequenceEqual(expected, SameData.Instance))
            yield return $"{edit.Node.Location}: {change}: reads otherwise";
        else if (Missing(tree, after, change) is { } comment)
            yield return $"{edit.Node.Location}: {change}: the comment '{comment}' is lost";
    }

    private static string? Missing(YamlTree before, YamlTree after, TextChange change)
    {
        var left = after.Comments.Select(comment => comment.Text).ToList();
        return before.Comments.Where(comment => !change.Span.Contains(comment.Span)).Select(comment => comment.Text).FirstOrDefault(comment => !left.Remove(comment));
    }

    /// <summary>The documents with the edited patch as a tree in place of its text.</summary>
    private static IEnumerable<YamlNode?> Patched(YamlTree after, Edit edit) => after.Documents.Select(document =>
        Map(document.Root, node => node is YamlScalar scalar && scalar.Span.Start == edit.Patch?.Span.Start ? YamlTree.ParseEmbedded(scalar).Documents[0].Root : null));

    private static YamlNode? Rewrite(YamlNode? root, Edit edit)
    {
        return Map(root, node => edit.Patch is { } patch && node.Span == patch.Span && node is YamlScalar ? Map(YamlTree.ParseEmbedded(patch).Documents[0].Root, Replace) : edit.Patch is null ? Replace(node) : null);

        YamlNode? Replace(YamlNode node) => node.Span == edit.Node.Span && node.GetType() == edit.Node.GetType() ? edit.Expected : null;
    }

    /// <summary>The tree with other nodes in some places.</summary>
    private static YamlNode? Map(YamlNode? node, Func<YamlNode, YamlNode?> replace) => node is null ? null : replace(node) ?? node switch
    {
        YamlMapping mapping => mapping.WithEntries(ImmutableArray.CreateRange(mapping.Entries, entry => new YamlEntry(Map(entry.Key, replace) ?? entry.Key, Map(entry.Value, replace) ?? entry.Value))),
        YamlSequence sequence => sequence.WithItems(ImmutableArray.CreateRange(sequence.Items, item => Map(item, replace) ?? item)),
        _ => node,
    };

    private static YamlScalar Scalar(string value) => YamlScalar.Create(value, Location.OfPath("made"));

    private sealed record Edit(YamlNode Node, TextChange? Change, YamlNode Expected, YamlScalar? Patch = null);

    private sealed class SameData : IEqualityComparer<YamlNode?>
    {
        public static readonly SameData Instance = new();

        public bool Equals(YamlNode? x, YamlNode? y) => YamlNode.DataEquals(x, y);

        public int GetHashCode(YamlNode? node) => 0;
    }
}
