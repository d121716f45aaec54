using System.Collections.Concurrent;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.CodeFixes;

/// <summary>
/// The nodes of a file as they are written. A rendered node says where its content comes from, not that it stands there as it is:
/// patches, transformers and substitution make nodes as well. What is found here can be edited.
/// </summary>
internal sealed class WrittenFile
{
    private readonly ILookup<TextSpan, WrittenNode> nodes;
    private readonly ConcurrentDictionary<TextSpan, ILookup<TextSpan, WrittenNode>> embedded = new();

    public WrittenFile(YamlTree tree)
    {
        var source = tree.Source;
        // A file that sops encrypted carries a code over its content, which an edit would break.
        nodes = source.InvalidOffset is not null || tree.Documents.Any(document => document.Root is YamlMapping root && root.Contains("sops"))
            ? NodesOf([])
            : NodesOf(Walk(tree, isJson: source.Path.EndsWith(".json", StringComparison.Ordinal)));
    }

    /// <summary>The node that is written where a node says it is, when it is of that kind; null when there is none, or no edit may touch it.</summary>
    public WrittenNode? Find(YamlNode node) => FindIn(nodes, node) ?? FindEmbedded(node);

    private WrittenNode? FindIn(ILookup<TextSpan, WrittenNode> known, YamlNode node) =>
        known[node.Span].FirstOrDefault(written => !written.IsShared && IsSame(written.Node, node));

    /// <summary>Looks in the literal block scalar around the node: only there lines stand as they are read.</summary>
    private WrittenNode? FindEmbedded(YamlNode node)
    {
        foreach (var written in nodes.SelectMany(group => group))
        {
            if (written is { IsShared: false, Node: YamlScalar { Style: ScalarStyle.Literal } scalar } && scalar.Span.Contains(node.Span) && scalar.Span != node.Span)
                return FindIn(embedded.GetOrAdd(scalar.Span, _ => NodesOf(Walk(scalar))), node);
        }
        return null;
    }

    private static bool IsSame(YamlNode written, YamlNode node) => (written, node) switch
    {
        (YamlScalar a, YamlScalar b) => a.Value == b.Value,
        (YamlMapping a, YamlMapping b) => a.IsFlow == b.IsFlow,
        (YamlSequence a, YamlSequence b) => a.IsFlow == b.IsFlow,
        _ => false,
    };

    private static ILookup<TextSpan, WrittenNode> NodesOf(IEnumerable<WrittenNode> written) => written.ToLookup(node => node.Node.Span);

    // An inline patch that starts with a bracket is read as JSON by kustomize.
    private static IEnumerable<WrittenNode> Walk(YamlScalar scalar) => Walk(YamlTree.ParseEmbedded(scalar), isJson: scalar.Value.AsSpan().TrimStart() is ['[' or '{', ..]);

    private static IEnumerable<WrittenNode> Walk(YamlTree tree, bool isJson) =>
        tree.IsBroken ? [] : tree.Documents.SelectMany(document => document.Root is { } root ? Walk(new WrittenNode(root, tree, isJson)) : []);

    private static IEnumerable<WrittenNode> Walk(WrittenNode root)
    {
        var open = new Stack<WrittenNode>([root]);
        while (open.TryPop(out var next))
        {
            var current = next with { IsShared = next.IsShared || next.Node.Properties?.Anchor is not null };
            yield return current;
            if (current.Node is YamlMapping mapping)
            {
                foreach (var entry in mapping.Entries)
                {
                    open.Push(current with { Node = entry.Key, IsInFlow = current.IsInFlow || mapping.IsFlow, IsKey = true });
                    open.Push(current with { Node = entry.Value, IsInFlow = current.IsInFlow || mapping.IsFlow, IsKey = false });
                }
            }
            else if (current.Node is YamlSequence sequence)
            {
                foreach (var item in sequence.Items)
                    open.Push(current with { Node = item, IsInFlow = current.IsInFlow || sequence.IsFlow, IsKey = false });
            }
        }
    }
}
