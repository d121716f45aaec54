using System.Collections.Concurrent;
using FluxLint.Files;
using FluxLint.Syntax;

namespace FluxLint.CodeFixes;

/// <summary>The files of a repository as they are written, each looked into once. Safe on many threads.</summary>
internal sealed class WrittenFiles(Repository repository)
{
    private readonly ConcurrentDictionary<YamlTree, WrittenFile> files = new(ReferenceEqualityComparer.Instance);

    /// <summary>The node that is written where a node says it is, when it is of that kind; null when there is none, or no edit may touch it.</summary>
    public WrittenNode? Find(YamlNode node)
    {
        // What was made for a path says nothing of the file there.
        if (repository.Tree(node.Source.Path) is not { } tree || tree.Source.Text != node.Source.Text)
            return null;
        return files.GetOrAdd(tree, static tree => new(tree)).Find(node);
    }
}
